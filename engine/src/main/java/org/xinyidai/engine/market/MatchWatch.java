package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.SecurityMode;

/**
 * Matches open demands again when facts, products, quotas, models or the day change (需求持续匹配), and
 * tells the enterprise when a product opens or closes. What a demand was offered last is kept
 * beside it with a stamp of all that it depends on: a demand whose stamp still holds is not matched
 * again, and what is told is told in the write that keeps the new offers, so that a crash or a
 * second round neither doubles nor loses a notice. A round is bounded; the next goes on behind it.
 */
public final class MatchWatch {
  /** Demands that one round compares: two looks into the store each. */
  private static final int COMPARED = 5_000;

  /** Names in one notice; who has more opens its matches anyway. */
  private static final int NAMED = 5;

  private final Store store;
  private final Demands demands;
  private final Matching matching;
  private final Matching.Supply supply;
  private final Scores scores;
  private final Notices notices;
  private String last = "";

  public MatchWatch(Services services, Matching matching, Matching.Supply supply) {
    this.store = services.store();
    this.demands = services.demands();
    this.scores = services.scores();
    this.notices = services.notices();
    this.matching = matching;
    this.supply = supply;
  }

  /** What it works with. */
  public record Services(Store store, Demands demands, Scores scores, Notices notices) {}

  /**
   * What a demand was last offered.
   *
   * @param offers by product id the name that is shown
   */
  private record State(String stamp, SortedMap<String, Shown> offers) {}

  /** How a product is called in a notice. */
  private record Shown(String zh, String en) {
    static Shown of(LoanProduct product) {
      return new Shown(
          product.lender().name().zh() + product.name().zh(),
          product.lender().name().en() + " " + product.name().en());
    }
  }

  /**
   * What a round came to.
   *
   * @param compared demands that were looked at
   * @param matched those of them that were matched again
   * @param told notices
   */
  public record Round(int compared, int matched, int told) {}

  /**
   * One round.
   *
   * @param limit demands that are matched again at most
   */
  public synchronized Round round(LocalDate day, int limit) {
    int compared = 0;
    int matched = 0;
    int told = 0;
    String market = market(day);
    List<Demand> page = demands.open(last, Math.min(COMPARED, 10 * limit));
    for (Demand demand : page) {
      if (matched == limit) {
        break;
      }
      compared++;
      last = demand.id().value();
      String stamp =
          market + asked(demand) + HexFormat.of().formatHex(matching.stamp(demand.uscc()));
      Optional<State> before = state(demand);
      if (demand.status(day) != Demand.Status.OPEN) {
        told += expire(demand);
      } else if (before.filter(state -> state.stamp().equals(stamp)).isEmpty()) {
        told += rematch(demand, day, stamp, before.orElse(null));
        matched++;
      }
    }
    if (compared == page.size() && page.size() < Math.min(COMPARED, 10 * limit)) {
      last = "";
    }
    return new Round(compared, matched, told);
  }

  /** Rounds until every open demand is up to date, for a caller who waits. */
  public Round catchUp(LocalDate day) {
    int all = 0;
    int matched = 0;
    int told = 0;
    synchronized (this) {
      last = "";
    }
    Round round;
    do {
      round = round(day, COMPARED);
      all += round.compared();
      matched += round.matched();
      told += round.told();
    } while (!isAtEnd());
    return new Round(all, matched, told);
  }

  private synchronized boolean isAtEnd() {
    return last.isEmpty();
  }

  /** What all demands of a day depend on. */
  private String market(LocalDate day) {
    return day
        + "/"
        + supply.shelf().stamp()
        + "/"
        + Integer.toHexString(supply.quotas().closed().hashCode())
        + "/"
        + scores.champion().map(model -> model.id()).orElse("-")
        + "/";
  }

  /** What of the demand itself decides what it is offered; an edit moves it. */
  private static String asked(Demand demand) {
    LoanRequest request = demand.request();
    List<String> security = request.security().stream().map(SecurityMode::code).sorted().toList();
    return "%d/%d/%s/%d/%s/%s/"
        .formatted(
            request.amountFen(),
            request.termMonths(),
            request.purpose().code(),
            request.maxAnnualRateBp(),
            security,
            demand.declared());
  }

  private int rematch(Demand demand, LocalDate day, String stamp, @Nullable State before) {
    SortedMap<String, Shown> offers = new TreeMap<>();
    for (Offer offer : matching.matched(demand, day, 0).found().offers()) {
      LoanProduct product = offer.product();
      offers.put(product.id().value(), Shown.of(product));
    }
    byte[] key = key(demand);
    byte[] seen = before == null ? new byte[0] : StoredJson.write(before);
    return store.execute(
        changes -> {
          byte[] held = changes.get(Family.DEMAND_MATCHES, key).orElse(new byte[0]);
          boolean open =
              changes.get(Family.DEMAND_MATCHES, Demands.open(demand.id().value())).isPresent();
          // Another round, an edit or a closure came between: the next round looks again.
          if (!open || !Arrays.equals(held, seen) || isEdited(changes, demand)) {
            return 0;
          }
          changes.put(Family.DEMAND_MATCHES, key, StoredJson.write(new State(stamp, offers)));
          return before == null ? 0 : tell(changes, demand, before.offers(), offers);
        });
  }

  private boolean isEdited(Changes changes, Demand demand) {
    return !demands.find(changes, demand.id()).equals(Optional.of(demand));
  }

  private int tell(
      Changes changes,
      Demand demand,
      SortedMap<String, Shown> before,
      SortedMap<String, Shown> after) {
    SortedMap<String, Shown> opened = new TreeMap<>(after);
    opened.keySet().removeAll(before.keySet());
    SortedMap<String, Shown> closed = new TreeMap<>(before);
    closed.keySet().removeAll(after.keySet());
    int told = 0;
    if (!opened.isEmpty()) {
      put(
          changes,
          demand,
          Notice.Kind.PRODUCT_OPENED,
          new Notice.Words(
              "您的融资需求新增%d项可申请产品：%s".formatted(opened.size(), names(opened, true)),
              "%d products are open to your demand now: %s"
                  .formatted(opened.size(), names(opened, false))));
      told++;
    }
    if (!closed.isEmpty()) {
      put(
          changes,
          demand,
          Notice.Kind.PRODUCT_CLOSED,
          new Notice.Words(
              "您的融资需求有%d项产品不再可申请：%s，原因见匹配结果".formatted(closed.size(), names(closed, true)),
              "%d products are closed to your demand now: %s; its matches say why"
                  .formatted(closed.size(), names(closed, false))));
      told++;
    }
    return told;
  }

  private int expire(Demand demand) {
    return store.execute(
        changes -> {
          byte[] open = Demands.open(demand.id().value());
          if (changes.get(Family.DEMAND_MATCHES, open).isEmpty() || isEdited(changes, demand)) {
            return 0;
          }
          changes.delete(Family.DEMAND_MATCHES, open);
          changes.delete(Family.DEMAND_MATCHES, key(demand));
          put(
              changes,
              demand,
              Notice.Kind.DEMAND_EXPIRED,
              new Notice.Words(
                  "您的融资需求已到截止日（" + demand.expiresOn() + "），不再继续匹配；如仍需要请重新发布",
                  "Your demand stood until " + demand.expiresOn() + "; post it again if needed"));
          return 1;
        });
  }

  private void put(Changes changes, Demand demand, Notice.Kind kind, Notice.Words words) {
    notices.put(
        changes,
        new Notice(demand.uscc().value(), kind, changes.instant(), demand.id().value(), "", words));
  }

  private static String names(SortedMap<String, Shown> products, boolean chinese) {
    String named =
        products.values().stream()
            .limit(NAMED)
            .map(one -> chinese ? one.zh() : one.en())
            .collect(Collectors.joining(chinese ? "、" : ", "));
    boolean more = products.size() > NAMED;
    return more ? named + (chinese ? "等" : " and others") : named;
  }

  private Optional<State> state(Demand demand) {
    return store
        .read(view -> view.get(Family.DEMAND_MATCHES, key(demand)))
        .map(bytes -> StoredJson.read(bytes, State.class));
  }

  /** Tells each demand to which products were open when it was last matched. */
  public void forEachOffered(Consumer<Demand> reader) {
    List<DemandId> offered = new ArrayList<>();
    byte[] prefix = "m/".getBytes(StandardCharsets.US_ASCII);
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.DEMAND_MATCHES, prefix)) {
            while (cursor.next()) {
              if (!StoredJson.read(cursor.value(), State.class).offers().isEmpty()) {
                byte[] key = cursor.key();
                int from = prefix.length;
                offered.add(
                    new DemandId(
                        new String(key, from, key.length - from, StandardCharsets.US_ASCII)));
              }
            }
          }
          return offered;
        });
    offered.forEach(id -> demands.find(id).ifPresent(reader));
  }

  private static byte[] key(Demand demand) {
    return ("m/" + demand.id().value()).getBytes(StandardCharsets.US_ASCII);
  }
}
