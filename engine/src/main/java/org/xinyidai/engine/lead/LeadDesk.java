package org.xinyidai.engine.lead;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.lead.LeadView.Share;
import org.xinyidai.engine.market.CountCover;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.screening.Snapshot;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.screening.Tally;

/**
 * Where lenders look for enterprises (优企线索服务), B5. What a lender is told before consent is a
 * function of the bands of {@link Grid} and of nothing finer; the office is told the same rows and
 * plain counts.
 */
public final class LeadDesk {
  /** Rows of one page of a screening: what a person reads. */
  public static final int LARGEST_PAGE = 100;

  /** Under it lies the secret of what all lenders are told alike; no organisation is called so. */
  private static final String PLATFORM = "";

  private final Platform platform;
  private final Grid grid;
  private final LeadStore store;
  private final Quotas quotas;
  private final SavedSearches searches;
  private final LeadExports exports;
  private final Invitations invitations;
  private final FineCounts fineCounts;
  private volatile @Nullable LeadView view;

  public LeadDesk(Platform platform, SecureRandom random) {
    this.platform = platform;
    this.grid = new Grid(platform.attributes());
    this.store = new LeadStore(platform.store(), random);
    this.quotas = new Quotas(store);
    this.searches = new SavedSearches(store);
    this.exports =
        new LeadExports(
            store,
            quotas,
            new Details(platform, new Consents(platform.store())),
            new AccessLog(platform.store()));
    this.invitations = new Invitations(store, quotas, platform.notices());
    this.fineCounts = new FineCounts(store);
  }

  /** Who asks; the office asks for no lender and is told counts as they are. */
  public record Asker(String organisation, String account, boolean office) {}

  /** What is asked, with the full conditions of a product that only count. */
  public record Asked(Question question, @Nullable Screen product) {
    /** As far as single enterprises may be told. */
    Screen told() {
      return question.screen();
    }

    /** As far as only a count is told. */
    Screen counted() {
      Screen own = product;
      return own == null ? question.screen() : question.screen().and(own);
    }
  }

  /** How many match, by the bands of an attribute where one was named. */
  public record Counts(ToldCount all, List<Group> groups) {}

  /** One band; {@link Double#NaN} for those without a value. */
  public record Group(double band, ToldCount count) {}

  /** The first rows; none where too few match. */
  public record Page(ToldCount all, List<Map<String, Object>> rows) {}

  public Grid grid() {
    return grid;
  }

  public Quotas quotas() {
    return quotas;
  }

  public SavedSearches searches() {
    return searches;
  }

  public LeadExports exports() {
    return exports;
  }

  public Invitations invitations() {
    return invitations;
  }

  /** Everyone as known at the last refresh; empty before the first. */
  public Optional<LeadView> view() {
    return Optional.ofNullable(view);
  }

  /** Brings up to date what lenders see. */
  public synchronized Snapshot refresh(LongConsumer done) {
    Snapshot snapshot = platform.screening().refresh(done);
    view = new LeadView(grid, snapshot, store.key(PLATFORM).number("crowds", ""));
    return snapshot;
  }

  /**
   * A question with a product's own conditions in it.
   *
   * @param day on which the product is asked
   */
  public Asked ask(Question question, @Nullable LoanProduct product, LocalDate day) {
    if (product == null) {
      return new Asked(question, null);
    }
    Screen.OfProduct own = Screen.of(platform.attributes(), platform.shelf().rules(), product, day);
    return new Asked(question.and(Question.ofProduct(grid, own)), own.screen());
  }

  /** A product that a lender may ask with: its own. */
  public Optional<LoanProduct> product(Asker asker, String id) {
    return Optional.of(id)
        .filter(ProductId::isWellFormed)
        .flatMap(text -> platform.shelf().find(new ProductId(text)))
        .filter(one -> asker.office() || one.lender().organisation().equals(asker.organisation()));
  }

  /**
   * How many match; empty where a lender asked with its products so often today that it is told no
   * more counts of them.
   */
  public Optional<Counts> count(
      LeadView now, Asker asker, Asked asked, @Nullable CoarseAttribute by) {
    Screen screen = asked.counted();
    if (asker.office()) {
      List<Share> groups = by == null ? List.of() : now.ofEveryone(by, screen);
      return Optional.of(
          counts(
              now.snapshot().rows().tally(screen),
              groups,
              (tally, what) -> ToldCount.exact(tally.count())));
    }
    LenderKey key = store.key(asker.organisation());
    Tally all = now.tally(screen);
    List<Share> groups = by == null ? List.of() : now.by(by, screen);
    if (asked.product() == null) {
      return Optional.of(counts(all, groups, (tally, what) -> ToldCount.to(key, tally)));
    }
    String question = screen + (by == null ? "" : by.name());
    String today = question + ChinaTime.dayOf(platform.store().instant());
    return fineCounts.use(asker.organisation(), question, FineCounts.OF_A_SCREENING)
        ? Optional.of(
            counts(
                all, groups, (tally, what) -> ToldCount.finely(key, tally.count(), what + today)))
        : Optional.empty();
  }

  private static Counts counts(
      Tally all, List<Share> groups, BiFunction<Tally, String, ToldCount> told) {
    return new Counts(
        told.apply(all, "all"),
        groups.stream()
            .map(one -> new Group(one.band(), told.apply(one.tally(), "in " + one.band())))
            .toList());
  }

  /** How the counts of a dry run are told to a lender; empty where today's are spent. */
  public Optional<CountCover> cover(String organisation, String run) {
    LenderKey key = store.key(organisation);
    String today = run + " " + ChinaTime.dayOf(platform.store().instant());
    return fineCounts.use(organisation, run, FineCounts.OF_A_DRY_RUN)
        ? Optional.of(
            (what, count) -> {
              ToldCount told = ToldCount.finely(key, count, what + " " + today);
              return told.tooFew() ? OptionalLong.empty() : OptionalLong.of(told.count());
            })
        : Optional.empty();
  }

  /** The first that match, without names. */
  public Page page(LeadView now, Asker asker, Asked asked, Order order, int limit) {
    LenderKey key = store.key(asker.organisation());
    ToldCount all =
        asker.office()
            ? ToldCount.exact(now.snapshot().rows().count(asked.told()))
            : ToldCount.to(key, now.tally(asked.told()));
    if (all.tooFew() || ToldCount.to(key, now.listable(asked.told(), order)).tooFew()) {
      return new Page(all, List.of());
    }
    List<Screened> rows = now.take(key, asked.told(), order, limit);
    return new Page(all, rows.stream().map(now::coarse).toList());
  }
}
