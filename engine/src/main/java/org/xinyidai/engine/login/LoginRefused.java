package org.xinyidai.engine.login;

/** Why nobody came in (登录被拒); it says no more than its holder may know. */
public final class LoginRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  public enum Reason {
    /** User, password or code is wrong, or too many tries were: which of them is not told. */
    WRONG,
    /** All was right, but the password is too old: a new one must come along. */
    EXPIRED,
    /** The new password does not fit the profile. */
    WEAK,
    /** The code of the invitation is unknown, used or too old. */
    NO_INVITATION,
    /** The user name has a wrong shape or is taken. */
    NAME
  }

  private final Reason reason;
  private final String zh;

  LoginRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.zh = message;
  }

  /** What to tell the person, in Chinese. */
  public String zh() {
    return zh;
  }

  public Reason reason() {
    return reason;
  }
}
