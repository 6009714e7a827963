package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.subject.Uscc;

/**
 * The demands that enterprises posted (融资需求库), found by their number, by enterprise, and those that
 * stand open. Requirement B1.
 */
public final class Demands {
  /** Says that demands of before there were indexes have been entered in them. */
  private static final byte[] INDEXED = {'i'};

  private static final byte[] NOTHING = {};

  private final Store store;

  public Demands(Store store) {
    this.store = store;
    index();
  }

  /** Keeps a demand; durable when it returns. */
  public void post(Demand demand) {
    store.execute(
        changes -> {
          put(changes, demand);
          return demand.id();
        });
  }

  /** Keeps a demand as a part of a larger change. */
  public void put(Changes changes, Demand demand) {
    changes.put(Family.DEMANDS, key(demand.id()), write(demand));
    changes.put(Family.DEMAND_MATCHES, ofEnterprise(demand.uscc(), demand.id().value()), NOTHING);
    if (demand.closedOn() == null) {
      changes.put(Family.DEMAND_MATCHES, open(demand.id().value()), NOTHING);
    } else {
      changes.delete(Family.DEMAND_MATCHES, open(demand.id().value()));
    }
  }

  /** The demand of an id; empty when there is none. */
  public Optional<Demand> find(DemandId id) {
    return store.read(view -> view.get(Family.DEMANDS, key(id))).map(bytes -> read(id, bytes));
  }

  /** The same within a change. */
  public Optional<Demand> find(Changes changes, DemandId id) {
    return changes.get(Family.DEMANDS, key(id)).map(bytes -> read(id, bytes));
  }

  /**
   * The demands of an enterprise in the order of their numbers.
   *
   * @param after number behind which the page begins, empty for the first
   */
  public List<Demand> of(Uscc uscc, String after, int limit) {
    return page(ofEnterprise(uscc, ""), after, limit);
  }

  /** Those that stand open or have expired unseen, in the order of their numbers. */
  public List<Demand> open(String after, int limit) {
    return page(open(""), after, limit);
  }

  private List<Demand> page(byte[] prefix, String after, int limit) {
    byte[] from = join(prefix, after);
    return store.read(
        view -> {
          List<Demand> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.DEMAND_MATCHES, prefix, from)) {
            while (page.size() < limit && cursor.next()) {
              byte[] key = cursor.key();
              String id =
                  new String(
                      key, prefix.length, key.length - prefix.length, StandardCharsets.US_ASCII);
              if (!id.equals(after)) {
                DemandId found = new DemandId(id);
                view.get(Family.DEMANDS, key(found)).ifPresent(b -> page.add(read(found, b)));
              }
            }
          }
          return page;
        });
  }

  private void index() {
    if (store.read(view -> view.get(Family.DEMAND_MATCHES, INDEXED)).isPresent()) {
      return;
    }
    List<Demand> all =
        store.read(
            view -> {
              List<Demand> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.DEMANDS, NOTHING)) {
                while (cursor.next()) {
                  DemandId id = new DemandId(new String(cursor.key(), StandardCharsets.US_ASCII));
                  found.add(read(id, cursor.value()));
                }
              }
              return found;
            });
    store.execute(
        changes -> {
          all.forEach(demand -> put(changes, demand));
          changes.put(Family.DEMAND_MATCHES, INDEXED, NOTHING);
          return all.size();
        });
  }

  private static byte[] key(DemandId id) {
    return id.value().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] ofEnterprise(Uscc uscc, String id) {
    return ("e/" + uscc.value() + "/" + id).getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] open(String id) {
    return ("o/" + id).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[] prefix, String id) {
    return (new String(prefix, StandardCharsets.US_ASCII) + id).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] write(Demand demand) {
    LoanRequest request = demand.request();
    return StoredJson.write(
        new Stored(
            demand.uscc().value(),
            request.amountFen(),
            request.termMonths(),
            request.purpose().code(),
            request.maxAnnualRateBp(),
            demand.postedOn().toEpochDay(),
            demand.declared(),
            request.security().stream().sorted().map(SecurityMode::code).toList(),
            List.copyOf(demand.preferredLenders()),
            demand.expiresOn(),
            demand.closedOn()));
  }

  private static Demand read(DemandId id, byte[] bytes) {
    Stored stored = StoredJson.read(bytes, Stored.class);
    Set<SecurityMode> security =
        stored.security() == null
            ? Set.of()
            : stored.security().stream()
                .flatMap(code -> SecurityMode.ofCode(code).stream())
                .collect(Collectors.toSet());
    LoanRequest request =
        new LoanRequest(
            stored.amountFen(),
            stored.termMonths(),
            Purpose.ofCode(stored.purpose()).orElseThrow(),
            stored.maxAnnualRateBp(),
            security);
    return new Demand(
        id,
        new Uscc(stored.uscc()),
        request,
        LocalDate.ofEpochDay(stored.postedOnEpochDay()),
        stored.declared(),
        stored.preferredLenders() == null ? Set.of() : Set.copyOf(stored.preferredLenders()),
        stored.expiresOn(),
        stored.closedOn());
  }

  /** The stored form; fields are added, never renamed, and older ones lack the last. */
  private record Stored(
      String uscc,
      long amountFen,
      int termMonths,
      String purpose,
      int maxAnnualRateBp,
      long postedOnEpochDay,
      Map<String, Double> declared,
      @Nullable List<String> security,
      @Nullable List<String> preferredLenders,
      @Nullable LocalDate expiresOn,
      @Nullable LocalDate closedOn) {}
}
