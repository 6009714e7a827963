package org.xinyidai.engine.feedback;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.WorkingCalendar;

/**
 * The services of this room upon one platform (融资结果回传服务), wired once.
 *
 * @param relay that runs beside this server; null where no node is configured
 */
public record Feedback(
    Store store,
    Outbox outbox,
    Ledger ledger,
    Records records,
    Corrections corrections,
    Reconciler reconciler,
    Told told,
    WorkingCalendar calendar,
    InstantSource clock,
    @Nullable Relay relay) {

  /** In whose name the relay writes. */
  static final Act ACT = new Act("platform", "platform", "", "relayResults", "");

  /** The services of a platform, with the working days that come with the program. */
  public static Feedback of(Platform platform) {
    Store store = platform.store();
    Accounts accounts = new Accounts(store, new SecureRandom());
    Told told = new Told(platform.notices(), accounts::offices);
    Ledger ledger = new Ledger(store);
    return new Feedback(
        store,
        new Outbox(store),
        ledger,
        new Records(store),
        new Corrections(store),
        new Reconciler(store, told),
        told,
        HolidayNotices.bundled(),
        platform.clock(),
        null);
  }

  /** The same with a relay that runs. */
  public Feedback returning(Relay running) {
    return new Feedback(
        store, outbox, ledger, records, corrections, reconciler, told, calendar, clock, running);
  }

  /** Today in China. */
  public LocalDate today() {
    return ChinaTime.dayOf(clock.instant());
  }
}
