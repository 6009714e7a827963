package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.platform.Platform;

/** What the API speaks for. The server does not own it: who opened the platform closes it. */
public record Backend(Platform platform, Accounts accounts, Installation installation) {
  /** The office's clock. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  Instant now() {
    return platform.clock().instant();
  }

  /** The instant whose knowledge an answer uses: nothing is added to what was known by then. */
  Instant knownAt(Optional<Instant> asked) {
    Instant readable = platform.store().instant();
    return asked.filter(instant -> !instant.isAfter(readable)).orElse(readable);
  }

  /** The day on which an answer is stated that asks for none. */
  LocalDate usualDay() {
    return installation.usualDay(platform.clock());
  }
}
