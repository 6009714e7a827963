package org.xinyidai.models.standing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Listing;

/**
 * A place on a list (名单记录), from the decision that entered it until it leaves.
 *
 * @param entry the decision, with its legal basis and authority
 * @param left null while it stands
 */
public record Membership(Listing entry, @Nullable Exit left) {
  /**
   * How a place on a list ended.
   *
   * @param on the first day on which it no longer stands
   */
  public record Exit(LocalDate on, Cause cause) {}

  /** Why a subject leaves a list. */
  public enum Cause {
    REPAIRED("信用修复"),
    EXPIRED("期限届满"),
    REVOKED("撤销认定"),
    DEREGISTERED("注销"),
    MOVED("迁出本市"),
    LIQUIDATING("进入清算"),
    BANKRUPT("进入破产程序");

    private final String titleZh;

    Cause(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** Whether it stood on the day this was asked for. */
  public boolean stands() {
    return left == null;
  }

  /** How it ended; empty while it stands. */
  public Optional<Exit> exit() {
    return Optional.ofNullable(left);
  }
}
