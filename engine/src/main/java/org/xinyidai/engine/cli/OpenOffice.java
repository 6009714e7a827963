package org.xinyidai.engine.cli;

import java.security.SecureRandom;
import java.time.LocalDate;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.calendar.ChinaTime;

/** The office's services for a command. */
final class OpenOffice {

  private OpenOffice() {}

  static Office of(Platform platform) {
    Accounts accounts = new Accounts(platform.store(), new SecureRandom());
    return Office.of(platform, accounts, Loans.of(platform, accounts), new UptakeDesk(platform));
  }

  static LocalDate today(Platform platform) {
    return ChinaTime.dayOf(platform.clock().instant());
  }
}
