package org.xinyidai.engine.lending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.Guarantee;

/** All applications (融资申请库), found by number, demand, party, and by whether a clock may ring. */
public final class Applications {
  /**
   * Marks that one page looks at for those that pass its filter, before it asks to be called on.
   */
  private static final int MOST_LOOKED_AT = 10_000;

  /** As many as a notice can name; three lenders at a time have one demand. */
  private static final int MOST_NAMED = 20;

  private final Store store;
  private final WorkingCalendar calendar;

  Applications(Store store, WorkingCalendar calendar) {
    this.store = store;
    this.calendar = calendar;
  }

  /**
   * A page of a list.
   *
   * @param next number after which the next page begins; null at the end
   */
  public record Page(List<Application> applications, @Nullable String next) {}

  Store store() {
    return store;
  }

  /** An application; empty when there is none of that number. */
  public Optional<Application> find(ApplicationId id) {
    return store.read(view -> view.get(Family.APPLICATIONS, key(id))).map(Applications::read);
  }

  Optional<Application> find(Changes changes, ApplicationId id) {
    return changes.get(Family.APPLICATIONS, key(id)).map(Applications::read);
  }

  /** Every application of a demand, in the order of filing. */
  List<Application> of(Changes changes, DemandId demand) {
    return numbers(changes, demand).stream()
        .flatMap(id -> find(changes, new ApplicationId(id)).stream())
        .toList();
  }

  /** Keeps an application with all that finds it. */
  void put(Changes changes, Application application, LocalDate today) {
    byte[] mark = StoredJson.write(ApplicationMark.of(application, today, calendar));
    changes.put(Family.APPLICATIONS, key(application.id()), StoredJson.write(application));
    list(changes, ApplicationIndex.all(), application, mark);
    list(changes, ApplicationIndex.of(application.filing().uscc().value()), application, mark);
    list(changes, ApplicationIndex.of(application.filing().target().lender()), application, mark);
    Guarantee guarantee = application.guarantee();
    if (guarantee != null) {
      list(changes, ApplicationIndex.of(guarantee.organisation()), application, mark);
    }
    byte[] running = ApplicationIndex.running(application.id());
    if (application.inProgress()) {
      changes.put(Family.APPLICATION_INDEX, running, mark);
    } else {
      changes.delete(Family.APPLICATION_INDEX, running);
    }
    note(changes, application);
  }

  /** Takes an application out of the list of a guarantee company that was replaced. */
  void forget(Changes changes, Application application, String organisation) {
    changes.delete(
        Family.APPLICATION_INDEX,
        ApplicationIndex.in(ApplicationIndex.of(organisation), application));
  }

  /** A page of those in which an organisation has a part, the newest first. */
  public Page of(String organisation, Predicate<ApplicationMark> filter, String after, int limit) {
    return page(ApplicationIndex.of(organisation), filter, after, limit);
  }

  /** Those of an enterprise that are in a lender's hands now, the newest first; few. */
  List<ApplicationId> running(String uscc, Predicate<ApplicationMark> filter) {
    return page(
            ApplicationIndex.of(uscc),
            mark -> mark.state().phase() == Phase.HANDLING && filter.test(mark),
            "",
            MOST_NAMED)
        .applications()
        .stream()
        .map(Application::id)
        .toList();
  }

  /** A page of all, the newest first. */
  public Page all(Predicate<ApplicationMark> filter, String after, int limit) {
    return page(ApplicationIndex.all(), filter, after, limit);
  }

  /** Looks at the marks of all. */
  public void forEach(Consumer<ApplicationMark> reader) {
    forEach(ApplicationIndex.all(), reader);
  }

  /**
   * Looks at all, those of an enterprise one after the other in the order of their numbers; reads
   * every application, so for reports and not for lists.
   */
  public void forEachWhole(Consumer<Application> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.sweep(Family.APPLICATIONS, new byte[0])) {
            while (cursor.next()) {
              reader.accept(read(cursor.value()));
            }
          }
          return true;
        });
  }

  /** Looks at the marks of those with a clock that may ring. */
  public void forEachRunning(Consumer<ApplicationMark> reader) {
    forEach(ApplicationIndex.running(), reader);
  }

  private void forEach(byte[] list, Consumer<ApplicationMark> reader) {
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.APPLICATION_INDEX, list)) {
            while (cursor.next()) {
              reader.accept(StoredJson.read(cursor.value(), ApplicationMark.class));
            }
          }
          return list;
        });
  }

  private Page page(byte[] list, Predicate<ApplicationMark> filter, String after, int limit) {
    byte[] from =
        ApplicationId.isWellFormed(after)
            ? find(new ApplicationId(after)).map(one -> ApplicationIndex.in(list, one)).orElse(list)
            : list;
    return store.read(
        view -> {
          List<Application> found = new ArrayList<>();
          int seen = 0;
          try (Cursor cursor = view.scan(Family.APPLICATION_INDEX, list, from)) {
            while (cursor.next()) {
              ApplicationMark mark = StoredJson.read(cursor.value(), ApplicationMark.class);
              if (!Arrays.equals(cursor.key(), from) && filter.test(mark)) {
                byte[] key = key(new ApplicationId(mark.id()));
                found.add(read(view.get(Family.APPLICATIONS, key).orElseThrow()));
              }
              if (found.size() == limit || ++seen == MOST_LOOKED_AT) {
                return new Page(found, mark.id());
              }
            }
          }
          return new Page(found, null);
        });
  }

  private static void list(Changes changes, byte[] list, Application application, byte[] mark) {
    changes.put(Family.APPLICATION_INDEX, ApplicationIndex.in(list, application), mark);
  }

  /** A demand has few applications: they are kept under one key, to be read inside a change. */
  private static void note(Changes changes, Application application) {
    DemandId demand = application.filing().demand();
    List<String> numbers = new ArrayList<>(numbers(changes, demand));
    if (!numbers.contains(application.id().value())) {
      numbers.add(application.id().value());
      changes.put(
          Family.APPLICATION_INDEX,
          ApplicationIndex.ofDemand(demand),
          StoredJson.write(numbers.toArray(String[]::new)));
    }
  }

  private static List<String> numbers(Changes changes, DemandId demand) {
    return changes
        .get(Family.APPLICATION_INDEX, ApplicationIndex.ofDemand(demand))
        .map(bytes -> List.of(StoredJson.read(bytes, String[].class)))
        .orElse(List.of());
  }

  private byte[] key(ApplicationId id) {
    byte[] prefix = FactKey.enterprise(store.shards(), id.uscc());
    byte[] number = id.value().getBytes(US_ASCII);
    return ByteBuffer.allocate(prefix.length + number.length).put(prefix).put(number).array();
  }

  private static Application read(byte[] bytes) {
    return StoredJson.read(bytes, Application.class);
  }
}
