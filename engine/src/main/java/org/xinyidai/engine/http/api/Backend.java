package org.xinyidai.engine.http.api;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.login.Logins;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.login.Sessions;
import org.xinyidai.engine.platform.Platform;

/** What the API speaks for. The server does not own it: who opened the platform closes it. */
public record Backend(
    Platform platform,
    Accounts accounts,
    Sessions sessions,
    Logins logins,
    Installation installation) {
  /** The office's clock. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** People come in by the given profile. */
  public static Backend of(
      Platform platform, PasswordProfile profile, SecureRandom random, Installation installation) {
    Accounts accounts = new Accounts(platform.store(), random);
    Sessions sessions = new Sessions(platform.store(), accounts, random, platform.clock());
    Logins logins =
        new Logins(platform.store(), accounts, sessions, profile, random, platform.clock());
    return new Backend(platform, accounts, sessions, logins, installation);
  }

  Instant now() {
    return platform.clock().instant();
  }

  /** The instant whose knowledge an answer uses: nothing is added to what was known by then. */
  Instant knownAt(Optional<Instant> asked) {
    Instant readable = platform.store().instant();
    return asked.filter(instant -> !instant.isAfter(readable)).orElse(readable);
  }

  /** The day on which an answer is stated that asks for none. */
  public LocalDate usualDay() {
    return installation.usualDay(platform.clock());
  }
}
