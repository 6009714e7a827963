package org.xinyidai.models.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.score.Grade;

/**
 * Everyone as one model sees them on a day (评分总体): how the score and each of its inputs spread, how
 * many have each grade, and how many cannot be scored. Filled by one thread; only counts, so the
 * order of enterprises never shows.
 */
public final class ScoredPopulation {
  private final LocalDate asOf;
  private final List<String> inputs;
  private final Distribution score;
  private final List<Distribution> features;
  private final long[] grades;
  private long unscored;

  /** Nobody yet. */
  public ScoredPopulation(LocalDate asOf, List<String> inputs) {
    this(
        asOf, inputs, new Distribution(), empty(inputs.size()), new long[Grade.values().length], 0);
  }

  /** What was kept: all arrays and lists in the order of inputs and of grades. */
  ScoredPopulation(
      LocalDate asOf,
      List<String> inputs,
      Distribution score,
      List<Distribution> features,
      long[] grades,
      long unscored) {
    this.asOf = asOf;
    this.inputs = List.copyOf(inputs);
    this.score = score;
    this.features = List.copyOf(features);
    this.grades = grades;
    this.unscored = unscored;
  }

  private static List<Distribution> empty(int size) {
    List<Distribution> empty = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      empty.add(new Distribution());
    }
    return empty;
  }

  /**
   * Counts one enterprise. One of which no input is known is not scored: what a model says then it
   * says of nobody.
   *
   * @param row one value per input, NaN where missing
   * @param probabilityOfDefault what the model gave it, 0 to 1
   */
  public void add(double[] row, double probabilityOfDefault, Grade grade) {
    if (isBlank(row)) {
      unscored++;
      return;
    }
    long day = asOf.toEpochDay();
    score.add(probabilityOfDefault, MissingReason.NONE, day);
    for (int i = 0; i < row.length; i++) {
      // Why it is missing says the feature catalogue; here it only counts that it is.
      boolean missing = Double.isNaN(row[i]);
      features.get(i).add(row[i], missing ? MissingReason.FEED_ABSENT : MissingReason.NONE, day);
    }
    grades[indexOf(grade)]++;
  }

  /** Adds everyone of another, such as of another part of the store. */
  public ScoredPopulation add(ScoredPopulation other) {
    score.add(other.score);
    for (int i = 0; i < features.size(); i++) {
      features.get(i).add(other.features.get(i));
    }
    for (int i = 0; i < grades.length; i++) {
      grades[i] += other.grades[i];
    }
    unscored += other.unscored;
    return this;
  }

  /** Counts enterprises with records that have no vector, and so no score. */
  public void addUnscored(long count) {
    unscored += count;
  }

  /** Whether a model would have to answer from nothing. */
  public static boolean isBlank(double[] row) {
    for (double value : row) {
      if (!Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** The names of the model's inputs. */
  public List<String> inputs() {
    return inputs;
  }

  /** How the probability of default spreads; points are a rising function of it, bins the same. */
  public Distribution score() {
    return score;
  }

  /** How one input spreads among those who are scored. */
  public Distribution feature(int input) {
    return features.get(input);
  }

  public long graded(Grade grade) {
    return grades[indexOf(grade)];
  }

  /** Enterprises that have a score. */
  public long scored() {
    return score.present();
  }

  /** Enterprises that have records and no score. */
  public long unscored() {
    return unscored;
  }

  /** The share of enterprises without a score; 0 where there is nobody. */
  public double unscoredShare() {
    long all = scored() + unscored;
    return all == 0 ? 0 : (double) unscored / all;
  }

  private static int indexOf(Grade grade) {
    return switch (grade) {
      case A -> 0;
      case B -> 1;
      case C -> 2;
      case D -> 3;
    };
  }
}
