package org.xinyidai.models.feature;

/** Why a feature has no value (缺失原因). A missing value is never zero. */
public enum MissingReason {
  /** The value is there. */
  NONE(0),
  /** No record of a feed that the feature needs was ever received. */
  FEED_ABSENT(1),
  /** The history is shorter than the feature needs. */
  HISTORY_TOO_SHORT(2),
  /** The feature is a ratio and its denominator is zero. */
  DENOMINATOR_ZERO(3);

  private static final MissingReason[] BY_CODE = values();

  private final byte code;

  MissingReason(int code) {
    this.code = (byte) code;
  }

  /** The stable code in stored vectors. */
  public byte code() {
    return code;
  }

  public static MissingReason ofCode(byte code) {
    return BY_CODE[code];
  }
}
