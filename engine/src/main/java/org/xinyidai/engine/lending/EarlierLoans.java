package org.xinyidai.engine.lending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.models.financing.application.Application;

/**
 * Which loan of an enterprise was its first (首贷认定). A lender says at the grant whether the
 * enterprise never borrowed before; the platform lets that stand only where it knows of no earlier
 * loan: none that was drawn here, and none that a lender told of before the application was filed.
 */
final class EarlierLoans {
  private static final byte FIRST_DRAWN = 'f';

  private EarlierLoans() {}

  /** Whether the loan counts as the first; false before there is a grant. */
  static boolean isFirst(Changes changes, Application application) {
    String number = application.id().value();
    return application.grant() != null
        && application.grant().firstLoan()
        && !application.filing().applicant().borrowedBefore()
        && changes
            .get(Family.APPLICATION_INDEX, key(application))
            .map(first -> new String(first, US_ASCII).equals(number))
            .orElse(true);
  }

  /** Remembers the first that drew money. */
  static void drawn(Changes changes, Application application) {
    byte[] key = key(application);
    if (changes.get(Family.APPLICATION_INDEX, key).isEmpty()) {
      changes.put(Family.APPLICATION_INDEX, key, application.id().value().getBytes(US_ASCII));
    }
  }

  private static byte[] key(Application application) {
    return KeyParts.of(FIRST_DRAWN, application.filing().uscc().value());
  }
}
