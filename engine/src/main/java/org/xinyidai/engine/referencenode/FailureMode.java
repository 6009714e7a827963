package org.xinyidai.engine.referencenode;

import java.util.Locale;
import java.util.stream.Stream;

/** A way to fail a batch (故障方式). */
public enum FailureMode {
  /** The answer comes late. */
  DELAY,
  /** The connection ends before anything is kept. */
  DROP_BEFORE,
  /** All is kept, and the connection ends without an answer. */
  DROP_AFTER,
  /** 500 before anything is kept. */
  ERROR_BEFORE,
  /** All is kept, and the answer is 500. */
  ERROR_AFTER,
  /** All is kept, half is answered. */
  HALF_ANSWERED,
  /** Half is kept, and that half is answered. */
  HALF_KEPT,
  /** Each result is answered twice, in disorder. */
  DUPLICATE,
  /** The answer to the batch before comes once more, with its own signature. */
  STALE,
  /** The signature is by another key. */
  WRONG_SIGNATURE,
  /** The store is closed and opened again, and the batch is turned away. */
  RESTART;

  /** The stable code in options and requests: {@code drop-after}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The mode of a code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static FailureMode named(String code) {
    return Stream.of(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no way to fail is called " + code));
  }
}
