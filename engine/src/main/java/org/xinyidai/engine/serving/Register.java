package org.xinyidai.engine.serving;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;

/** What the market register says last of an enterprise (登记信息), without reading its whole file. */
public final class Register {
  private static final int FEED = MarketRegistration.FEED.number();

  private final Store store;
  private final Histories histories;

  public Register(Store store) {
    this.store = store;
    this.histories = new Histories(store);
  }

  /** Told once for each enterprise that the register has. */
  @FunctionalInterface
  public interface Reader {
    void read(Uscc uscc, MarketRegistration newest);
  }

  /** The newest entry; empty where the platform has no registration of it. */
  public Optional<MarketRegistration> newest(Uscc uscc) {
    return newest(histories.current(uscc, FEED, FEED));
  }

  /** Who stands for the enterprise by the last entry that tells; empty where none does. */
  public Optional<String> legalRepresentative(Uscc uscc) {
    return registrations(histories.current(uscc, FEED, FEED)).stream()
        .map(entry -> entry.contact().legalRepresentative())
        .filter(name -> !name.isBlank())
        .reduce((earlier, later) -> later);
  }

  /** The name to which money is sent; the code itself where the register is silent. */
  public String nameOf(Uscc uscc) {
    return newest(uscc).map(MarketRegistration::name).orElse(uscc.value());
  }

  /** Six digits of the place: by the register, else those inside the code. */
  public String divisionOf(Uscc uscc) {
    return newest(uscc).map(MarketRegistration::divisionCode).orElse(uscc.divisionCode());
  }

  /** Every enterprise of the register, by shard and code. */
  public void forEach(Reader reader) {
    for (int shard = 0; shard < store.shards().count(); shard++) {
      histories.forEachOf(
          shard,
          FEED,
          FEED,
          (uscc, facts) -> newest(facts).ifPresent(entry -> reader.read(uscc, entry)));
    }
  }

  /** Whether an enterprise of this status is still there (存续). */
  public static boolean survives(@Nullable EnterpriseStatus status) {
    return status != null
        && switch (status) {
          case ACTIVE, REVOKED, ABNORMAL -> true;
          case DEREGISTERED, MOVED, LIQUIDATING, BANKRUPT -> false;
        };
  }

  private static Optional<MarketRegistration> newest(List<Fact<?>> facts) {
    return registrations(facts).stream().reduce((earlier, later) -> later);
  }

  private static List<MarketRegistration> registrations(List<Fact<?>> facts) {
    return facts.stream()
        .map(Fact::record)
        .filter(MarketRegistration.class::isInstance)
        .map(MarketRegistration.class::cast)
        .toList();
  }
}
