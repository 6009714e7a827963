package org.xinyidai.engine.uptake;

import static org.xinyidai.models.financing.application.ApplicationState.DECLINED;
import static org.xinyidai.models.financing.application.ApplicationState.GRANTED;
import static org.xinyidai.models.financing.application.ApplicationState.REFUSED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.milestone.Milestones;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Extracts;
import org.xinyidai.engine.store.Extracts.Extract;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.SpanBuilder;
import org.xinyidai.models.uptake.SubjectHistory;

/** Reads subjects from the store (主体读取): register, ratings, lists, milestones, applications. */
final class SubjectReader {
  private static final Set<Integer> FEEDS =
      Set.of(MarketRegistration.FEED.number(), TaxRating.FEED.number(), Listing.FEED.number());
  private static final Set<ApplicationState> DECIDED = EnumSet.of(GRANTED, DECLINED, REFUSED);

  private final Store store;
  private final Extracts extracts;

  SubjectReader(Store store) {
    this.store = store;
    this.extracts = new Extracts(store, FEEDS);
  }

  /** Every subject of a shard that has facts. Shards may be read on different threads. */
  void forEach(int shard, Consumer<Subject> reader) {
    Map<Uscc, Milestones.Days> days = Milestones.of(store, shard);
    Map<Uscc, List<Application>> applications = applications(new byte[] {(byte) shard});
    SpanBuilder spans = new SpanBuilder();
    extracts.forEach(
        shard,
        extract -> {
          Uscc uscc = extract.uscc();
          reader.accept(
              subject(
                  spans,
                  extract,
                  days.getOrDefault(uscc, Milestones.Days.NONE),
                  applications.getOrDefault(uscc, List.of())));
        });
  }

  /** One subject as it is now. */
  Subject of(Uscc uscc) {
    Milestones.Days days = store.read(view -> Milestones.of(view, store.shards(), uscc));
    List<Application> applications =
        applications(FactKey.enterprise(store.shards(), uscc)).getOrDefault(uscc, List.of());
    return subject(new SpanBuilder(), extracts.of(uscc), days, applications);
  }

  private static Subject subject(
      SpanBuilder spans, Extract extract, Milestones.Days days, List<Application> applications) {
    List<TaxRating> ratings = of(extract.facts(), TaxRating.class);
    List<Listing> listings = of(extract.facts(), Listing.class);
    List<Decision> decisions = new ArrayList<>();
    @Nullable LocalDate applied = null;
    @Nullable LocalDate granted = null;
    for (Application one : applications) {
      applied = earlier(applied, ChinaTime.dayOf(one.filing().at()));
      ApplicationState state = ApplicationState.SUBMITTED;
      for (Passage step : one.history()) {
        if (DECIDED.contains(step.to()) && step.to() != state) {
          LocalDate on = ChinaTime.dayOf(step.at());
          boolean yes = step.to() == GRANTED;
          granted = yes ? earlier(granted, on) : granted;
          decisions.add(
              new Decision(on, yes, one.filing().target().lender(), one.filing().district()));
        }
        state = step.to();
      }
    }
    SubjectHistory history =
        new SubjectHistory(
            of(extract.facts(), MarketRegistration.class),
            ratings,
            listings,
            covered(extract.besides(), ratings, listings),
            days.registered(),
            days.verified().stream()
                .map(turn -> new SubjectHistory.Turn(turn.on(), turn.verified()))
                .toList(),
            applied,
            granted);
    return new Subject(extract.uscc(), spans.spans(history), decisions);
  }

  /** The first day of which anything beside the register tells. */
  private static @Nullable LocalDate covered(
      @Nullable LocalDate besides, List<TaxRating> ratings, List<Listing> listings) {
    @Nullable LocalDate first = besides;
    for (TaxRating rating : ratings) {
      first = earlier(first, rating.day());
    }
    for (Listing listing : listings) {
      first = earlier(first, listing.day());
    }
    return first;
  }

  private Map<Uscc, List<Application>> applications(byte[] prefix) {
    return store.read(
        view -> {
          Map<Uscc, List<Application>> found = new HashMap<>();
          try (Cursor cursor = view.scan(Family.APPLICATIONS, prefix)) {
            while (cursor.next()) {
              Application one = StoredJson.read(cursor.value(), Application.class);
              found.computeIfAbsent(one.filing().uscc(), uscc -> new ArrayList<>()).add(one);
            }
          }
          return found;
        });
  }

  private static <R extends SourceRecord> List<R> of(List<Fact<?>> facts, Class<R> type) {
    return facts.stream().map(Fact::record).filter(type::isInstance).map(type::cast).toList();
  }

  private static LocalDate earlier(@Nullable LocalDate known, LocalDate day) {
    return known == null || day.isBefore(known) ? day : known;
  }
}
