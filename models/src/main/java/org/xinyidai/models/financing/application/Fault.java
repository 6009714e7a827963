package org.xinyidai.models.financing.application;

import java.util.Optional;

/**
 * What is at fault with a step (步骤问题).
 *
 * @param field of the step that must be mended, such as {@code grant.amountFen}
 */
public record Fault(Obstacle obstacle, String field) {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_NUMBER = 64;

  /** A fault where the condition for the step does not hold. */
  static Optional<Fault> unless(boolean holds, Obstacle obstacle, String field) {
    return holds ? Optional.empty() : Optional.of(new Fault(obstacle, field));
  }

  /**
   * The first fault in the order of {@link Obstacle}; faults of one obstacle in the given order.
   */
  @SafeVarargs
  static Optional<Fault> first(Optional<Fault>... faults) {
    Optional<Fault> first = Optional.empty();
    for (Optional<Fault> fault : faults) {
      boolean earlier =
          fault.isPresent()
              && (first.isEmpty() || fault.get().obstacle().compareTo(first.get().obstacle()) < 0);
      first = earlier ? fault : first;
    }
    return first;
  }

  /** A note that must be there. */
  static Optional<Fault> ofNote(String note) {
    return unless(!note.isBlank() && note.length() <= LONGEST_NOTE, Obstacle.NOTE_MISSING, "note");
  }

  /** A note that may be empty. */
  static Optional<Fault> ofOptionalNote(String note) {
    return unless(note.length() <= LONGEST_NOTE, Obstacle.NOTE_MISSING, "note");
  }

  static Optional<Fault> ofNumber(String number, String field) {
    boolean sound = !number.isBlank() && number.length() <= LONGEST_NUMBER;
    return unless(sound, Obstacle.NUMBER_INVALID, field);
  }

  static Optional<Fault> ofRange(long value, long least, long most, String field) {
    return unless(value >= least && value <= most, Obstacle.OUT_OF_RANGE, field);
  }
}
