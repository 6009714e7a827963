package org.xinyidai.engine.lending;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.application.Application;

/** The process that {@link LoanCrashTest} kills: takes applications the whole way, one by one. */
final class LoanCrashChild {
  static final int APPLICATIONS = 60;

  private LoanCrashChild() {}

  /** Argument: the state folder. Tells each durable step as number and steps taken. */
  public static void main(String[] args) {
    try (Platform platform = Platform.open(Path.of(args[0]), InstantSource.system())) {
      Loans loans = Loans.of(platform, new Accounts(platform.store(), new SecureRandom()));
      for (int i = 0; i < APPLICATIONS; i++) {
        int number = i;
        Optional<Application> found = loans.applications().find(Filed.id(number));
        Application held =
            found.orElseGet(
                () -> platform.store().execute(c -> Filed.file(loans.desk(), c, number)));
        tell(number, held);
        while (held.history().size() < Filed.WAY.size()) {
          Application before = held;
          held = platform.store().execute(c -> Filed.next(loans.desk(), c, before));
          tell(number, held);
        }
      }
    }
    System.out.println("done");
  }

  private static void tell(int number, Application held) {
    System.out.println(number + " " + held.history().size());
  }
}
