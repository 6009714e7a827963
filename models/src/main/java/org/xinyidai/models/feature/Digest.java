package org.xinyidai.models.feature;

import java.util.function.Function;

/**
 * What many features share of an observation (中间汇总), such as monthly sums: made at the first
 * question and kept with the observation. Held in a constant, for its identity is the key.
 */
final class Digest<T> {
  private final Function<Observation, T> made;

  private Digest(Function<Observation, T> made) {
    this.made = made;
  }

  /** A digest by a pure function. */
  static <T> Digest<T> by(Function<Observation, T> made) {
    return new Digest<>(made);
  }

  T make(Observation observation) {
    return made.apply(observation);
  }
}
