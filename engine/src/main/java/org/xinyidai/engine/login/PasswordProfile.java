package org.xinyidai.engine.login;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What is asked of passwords and their holders (口令策略): one of two profiles for a whole platform.
 */
public enum PasswordProfile {
  /**
   * Level 3 of 等保 (GB/T 22239-2019, 8.1.4.1): complexity and change at intervals; the figures are
   * those that assessors commonly ask for.
   */
  MLPS3("mlps3", 10, 3, Optional.of(Duration.ofDays(90)), 5, Duration.ofMinutes(30)),
  /**
   * OWASP ASVS: long rather than colourful, never one of the common, no change without a reason.
   */
  ASVS("asvs", 12, 0, Optional.empty(), 10, Duration.ofMinutes(15));

  private static final int LONGEST = 128;

  /** Letters of the user name that may stand in a password: fewer prove nothing. */
  private static final int TELLING_NAME = 4;

  private static final List<IntPredicate> KINDS =
      List.of(
          Character::isLowerCase,
          Character::isUpperCase,
          Character::isDigit,
          character -> !Character.isLetterOrDigit(character));

  private final String id;
  private final int shortest;
  private final int kinds;
  private final Optional<Duration> validity;
  private final int attempts;
  private final Duration lockout;

  PasswordProfile(
      String id,
      int shortest,
      int kinds,
      Optional<Duration> validity,
      int attempts,
      Duration lockout) {
    this.id = id;
    this.shortest = shortest;
    this.kinds = kinds;
    this.validity = validity;
    this.attempts = attempts;
    this.lockout = lockout;
  }

  /** The name in the configuration. */
  public String id() {
    return id;
  }

  public static Optional<PasswordProfile> ofId(String id) {
    return Arrays.stream(values()).filter(profile -> profile.id.equals(id)).findFirst();
  }

  /** Wrong tries in a row after which a user is locked out. */
  public int attempts() {
    return attempts;
  }

  /** How long a lockout holds. */
  public Duration lockout() {
    return lockout;
  }

  /** After which a password must be changed; empty where it need not be. */
  public Optional<Duration> validity() {
    return validity;
  }

  /** What is wrong with a new password, in Chinese; empty when nothing is. */
  public Optional<String> fault(String user, String password) {
    long length = password.codePoints().count();
    if (length < shortest || length > LONGEST) {
      return Optional.of("口令须为" + shortest + "至" + LONGEST + "个字符");
    }
    long found = KINDS.stream().filter(kind -> password.chars().anyMatch(kind)).count();
    if (found < kinds) {
      return Optional.of("口令须含大写字母、小写字母、数字、符号中的至少" + kinds + "类");
    }
    String small = password.toLowerCase(Locale.ROOT);
    String name = user.toLowerCase(Locale.ROOT);
    if (name.length() >= TELLING_NAME && small.contains(name)) {
      return Optional.of("口令不得包含用户名");
    }
    if (password.chars().distinct().count() < TELLING_NAME || CommonPasswords.contain(small)) {
      return Optional.of("该口令过于常见，请换用他人猜不到的口令");
    }
    return Optional.empty();
  }
}
