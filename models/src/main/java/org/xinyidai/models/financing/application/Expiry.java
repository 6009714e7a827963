package org.xinyidai.models.financing.application;

import java.time.LocalDate;
import org.xinyidai.models.financing.application.ApplicationState.Phase;

/** When an application lapses by itself (申请失效). */
public final class Expiry {
  /** Whoever has not brought what was asked for in a month has gone elsewhere. */
  public static final int DOCUMENTS_DAYS = 30;

  private Expiry() {}

  /** Whether the grant was not signed in time, or documents are owed for too long. */
  public static boolean isDue(Application application, LocalDate today) {
    Phase phase = application.state().phase();
    LocalDate paused = application.clock().pausedOn();
    if (phase == Phase.HANDLING) {
      return paused != null && paused.plusDays(DOCUMENTS_DAYS).isBefore(today);
    }
    Grant grant = application.grant();
    return phase == Phase.CHOOSING && grant != null && grant.validUntil().isBefore(today);
  }
}
