package org.xinyidai.engine.login;

import java.security.SecureRandom;

/** How passwords are kept and compared (口令散列方式); each call is slow on purpose. */
interface Hashing {
  /** The text to keep for a password. */
  String of(String password, SecureRandom random);

  /** Whether the password is the one of the kept text; takes as long for a wrong one. */
  boolean matches(String password, String kept);

  /** What the platform uses. */
  static Hashing argon2id() {
    return new Hashing() {
      @Override
      public String of(String password, SecureRandom random) {
        return PasswordHash.of(password, random);
      }

      @Override
      public boolean matches(String password, String kept) {
        return PasswordHash.matches(password, kept);
      }
    };
  }
}
