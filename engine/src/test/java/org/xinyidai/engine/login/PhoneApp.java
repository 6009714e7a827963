package org.xinyidai.engine.login;

import java.time.Instant;

/** The app of one-time codes on the phone of somebody in a test. */
public final class PhoneApp {
  private PhoneApp() {}

  /** The code of now, by the key that was shown when the account was opened. */
  public static String code(String secret) {
    return Totp.at(Base32.decode(secret), Instant.now());
  }
}
