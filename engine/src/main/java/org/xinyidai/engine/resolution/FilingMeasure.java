package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.resolution.Candidate;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.subject.Uscc;

/**
 * How well rows are filed without a person, told by rows whose enterprise is known (自动归集准确率, C4).
 * Adds up claim after claim; belongs to one thread.
 */
public final class FilingMeasure {
  /** Mistakes kept to be looked at; beyond that the count alone tells. */
  private static final int KEPT_MISTAKES = 1_000;

  /** A row that was filed under the wrong enterprise. */
  public record Mistake(LabelledClaim claim, Candidate filed) {}

  private final List<Mistake> mistakes = new ArrayList<>();
  private int registered;
  private int right;
  private int wrong;
  private int queued;
  private int shown;
  private int unresolved;

  /**
   * Counts what became of a claim.
   *
   * @param truth the true enterprise where the register has it
   */
  void add(LabelledClaim claim, Optional<Uscc> truth, Resolution resolution) {
    registered += truth.isPresent() ? 1 : 0;
    if (resolution instanceof Resolution.Filed filed) {
      addFiled(claim, filed.candidate());
    } else if (resolution instanceof Resolution.Queued waiting) {
      queued++;
      boolean there =
          waiting.candidates().stream().anyMatch(c -> truth.filter(c.uscc()::equals).isPresent());
      shown += there ? 1 : 0;
    } else {
      unresolved++;
    }
  }

  private void addFiled(LabelledClaim claim, Candidate found) {
    if (claim.truth().filter(found.uscc()::equals).isPresent()) {
      right++;
      return;
    }
    wrong++;
    if (mistakes.size() < KEPT_MISTAKES) {
      mistakes.add(new Mistake(claim, found));
    }
  }

  /** Share of the filed rows that were filed rightly; 1 where none was filed. */
  public double precision() {
    return right + wrong == 0 ? 1 : (double) right / (right + wrong);
  }

  /**
   * Share of the rows of registered enterprises that were filed rightly; 1 where there are none.
   */
  public double recall() {
    return registered == 0 ? 1 : (double) right / registered;
  }

  /** Rows in all. */
  public int claims() {
    return right + wrong + queued + unresolved;
  }

  /** Rows whose enterprise the register has. */
  public int registered() {
    return registered;
  }

  public int right() {
    return right;
  }

  public int wrong() {
    return wrong;
  }

  /** Rows that wait for a person. */
  public int queued() {
    return queued;
  }

  /** Of those that wait, the ones whose candidates have the true one among them. */
  public int shown() {
    return shown;
  }

  public int unresolved() {
    return unresolved;
  }

  /** The first mistakes, in order of their lines. */
  public List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }
}
