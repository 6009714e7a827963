package org.xinyidai.models.score;

import java.util.List;

/**
 * Which probability of default earns which grade and how many stars (评级标准). It travels with the
 * model file.
 *
 * @param gradeCeilings the highest probability of A, B and C; above the last is D
 * @param starCeilings the highest probability of 5, 4, 3 and 2 stars; above the last is one star
 */
public record GradeScale(List<Double> gradeCeilings, List<Double> starCeilings) {
  /** Cut-offs to start from; an operator declares others in the model file. */
  public static final GradeScale STANDARD =
      new GradeScale(List.of(0.05, 0.15, 0.35), List.of(0.03, 0.08, 0.20, 0.40));

  public GradeScale {
    gradeCeilings = rising(gradeCeilings, 3, "grades");
    starCeilings = rising(starCeilings, 4, "stars");
  }

  public Grade grade(double probabilityOfDefault) {
    return switch (rank(gradeCeilings, probabilityOfDefault)) {
      case 0 -> Grade.A;
      case 1 -> Grade.B;
      case 2 -> Grade.C;
      default -> Grade.D;
    };
  }

  /** The highest probability that still earns the grade. */
  public double ceiling(Grade grade) {
    return switch (grade) {
      case A -> gradeCeilings.get(0);
      case B -> gradeCeilings.get(1);
      case C -> gradeCeilings.get(2);
      case D -> 1;
    };
  }

  /** 1 to 5, five for the best. */
  public int stars(double probabilityOfDefault) {
    return 5 - rank(starCeilings, probabilityOfDefault);
  }

  private static int rank(List<Double> ceilings, double probability) {
    int rank = 0;
    while (rank < ceilings.size() && probability > ceilings.get(rank)) {
      rank++;
    }
    return rank;
  }

  private static List<Double> rising(List<Double> ceilings, int size, String of) {
    double last = 0;
    for (double ceiling : ceilings) {
      if (!(ceiling > last && ceiling < 1)) {
        throw new IllegalArgumentException("ceilings of " + of + " do not rise: " + ceilings);
      }
      last = ceiling;
    }
    if (ceilings.size() != size) {
      throw new IllegalArgumentException(of + " need " + size + " ceilings, not " + ceilings);
    }
    return List.copyOf(ceilings);
  }
}
