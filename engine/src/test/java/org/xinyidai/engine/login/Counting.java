package org.xinyidai.engine.login;

import java.security.SecureRandom;
import java.util.List;

/** The real hashing, with a note of every computation: which, and with what memory and passes. */
final class Counting implements Hashing {
  private final List<String> work;
  private final Hashing real = Hashing.argon2id();

  private Counting(List<String> work) {
    this.work = work;
  }

  static Hashing into(List<String> work) {
    return new Counting(work);
  }

  @Override
  public String of(String password, SecureRandom random) {
    String kept = real.of(password, random);
    work.add("hash " + parameters(kept));
    return kept;
  }

  @Override
  public boolean matches(String password, String kept) {
    work.add("compare " + parameters(kept));
    return real.matches(password, kept);
  }

  private static String parameters(String kept) {
    return kept.substring(0, kept.indexOf("$", "$argon2id$v=19$".length()));
  }
}
