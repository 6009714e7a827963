package org.xinyidai.models.verification;

import java.util.Arrays;
import java.util.Optional;

/** What the office may decide of a verification (主管部门决定), always with a note. */
public enum Decision {
  /** The name was looked up elsewhere and holds: the transfer is to be made. */
  PROCEED("proceed"),
  /** Verified without a transfer, such as at the counter with the licence. */
  VERIFY("verify"),
  /** Not, or no longer, verified. */
  REFUSE("refuse"),
  /** The enterprise may file again although it filed too often. */
  REOPEN("reopen");

  private final String id;

  Decision(String id) {
    this.id = id;
  }

  /** The stable name in requests. */
  public String id() {
    return id;
  }

  public static Optional<Decision> ofId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
