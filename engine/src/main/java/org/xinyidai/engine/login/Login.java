package org.xinyidai.engine.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of how one person comes in (登录凭据).
 *
 * @param user in small letters
 * @param passwordHash see {@link PasswordHash}
 * @param secret of the second factor, in hexadecimal; null where the role needs none
 * @param lastStep the step of the last code that was accepted, so that none is used twice
 * @param failures wrong tries since the last right one
 * @param lockedUntil null where it is not locked
 * @param changedAt when the password was set
 */
record Login(
    String user,
    String accountId,
    String passwordHash,
    @Nullable String secret,
    long lastStep,
    int failures,
    @Nullable Instant lockedUntil,
    Instant changedAt) {

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  Login failed(PasswordProfile profile, Instant now) {
    int count = failures + 1;
    boolean locks = count >= profile.attempts();
    return new Login(
        user,
        accountId,
        passwordHash,
        secret,
        lastStep,
        locks ? 0 : count,
        locks ? now.plus(profile.lockout()) : lockedUntil,
        changedAt);
  }

  Login succeeded(long step) {
    return new Login(user, accountId, passwordHash, secret, step, 0, null, changedAt);
  }

  Login withPassword(String hash, Instant now) {
    return new Login(user, accountId, hash, secret, lastStep, failures, lockedUntil, now);
  }
}
