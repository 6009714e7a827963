package org.xinyidai.models.resolution;

/**
 * From which confidence on a claim is filed without a person, and from which a person looks at it.
 *
 * @param file share of belief, 0 to 1
 * @param queue below this the claim stays unresolved
 */
public record Thresholds(double file, double queue) {
  /** Chosen on labelled simulated claims for a precision of 0.995 at least. */
  public static final Thresholds DEFAULT = new Thresholds(0.95, 0.2);

  public Thresholds {
    if (!(0 < queue && queue < file && file < 1)) {
      throw new IllegalArgumentException("0 < queue < file < 1, not " + queue + ", " + file);
    }
  }
}
