package org.xinyidai.models.monitoring;

import java.util.Optional;

/**
 * Where a measure is to be watched and where to act (监控阈值), in the measure's own unit.
 *
 * @param watch from here on, itself included, it is watched
 * @param act above here, itself not included, something is done; not below {@code watch}
 */
public record Limits(double watch, double act) {
  public Limits {
    if (!(watch > 0 && act >= watch)) {
      throw new IllegalArgumentException("watch from " + watch + ", act above " + act);
    }
  }

  /** The level that a value reaches; empty below both. */
  public Optional<Alert.Level> level(double value) {
    if (value > act) {
      return Optional.of(Alert.Level.ACT);
    }
    return value >= watch ? Optional.of(Alert.Level.WATCH) : Optional.empty();
  }

  /** The limit behind a level. */
  public double of(Alert.Level level) {
    return switch (level) {
      case WATCH -> watch;
      case ACT -> act;
    };
  }
}
