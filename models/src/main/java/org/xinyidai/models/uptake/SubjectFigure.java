package org.xinyidai.models.uptake;

import static org.xinyidai.models.uptake.SubjectBits.SURVIVES;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SubjectType;

/**
 * A figure that counts subjects (主体类口径): which states count, and of which whole they are a part, so
 * that who does not count yet can be told.
 */
public enum SubjectFigure {
  MARKET_SUBJECTS("market_subjects", null, bits -> true),
  SURVIVING_ENTERPRISES("surviving_enterprises", null, SubjectFigure::isFirm),
  REGISTERED_ENTERPRISES(
      "registered_enterprises",
      SURVIVING_ENTERPRISES,
      bits -> isFirm(bits) && has(bits, SubjectBits.REGISTERED)),
  VERIFIED_ENTERPRISES(
      "verified_enterprises",
      SURVIVING_ENTERPRISES,
      bits -> isFirm(bits) && has(bits, SubjectBits.VERIFIED)),
  REGISTERED_SUBJECTS(
      "registered_subjects", MARKET_SUBJECTS, bits -> has(bits, SubjectBits.REGISTERED)),
  VERIFIED_SUBJECTS("verified_subjects", MARKET_SUBJECTS, bits -> has(bits, SubjectBits.VERIFIED)),
  RATED_TAXPAYERS("rated_taxpayers", MARKET_SUBJECTS, bits -> has(bits, SubjectBits.RATED)),
  A_RATED_TAXPAYERS("a_rated_taxpayers", RATED_TAXPAYERS, bits -> has(bits, SubjectBits.A_RATED)),
  A_RATED_ENTERPRISES(
      "a_rated_enterprises",
      SURVIVING_ENTERPRISES,
      bits -> isFirm(bits) && has(bits, SubjectBits.A_RATED)),
  SERIOUSLY_DISHONEST(
      "seriously_dishonest", MARKET_SUBJECTS, bits -> has(bits, SubjectBits.SERIOUS)),
  SMES_FINANCED(
      "smes_financed",
      SURVIVING_ENTERPRISES,
      bits ->
          isFirm(bits)
              && has(bits, SubjectBits.GRANTED)
              && !SubjectBits.isSize(bits, SizeClass.LARGE)),
  LEGAL_PERSONS("legal_persons", null, SubjectFigure::isLegalPerson),
  LEGAL_PERSONS_COVERED(
      "legal_persons_covered",
      LEGAL_PERSONS,
      bits -> isLegalPerson(bits) && has(bits, SubjectBits.COVERED)),
  CODES_GIVEN_TWICE(
      "codes_given_twice",
      LEGAL_PERSONS,
      bits -> isLegalPerson(bits) && has(bits, SubjectBits.CODE_GIVEN_TWICE));

  private final String id;
  private final @Nullable SubjectFigure whole;
  private final IntPredicate counts;

  SubjectFigure(String id, @Nullable SubjectFigure whole, IntPredicate counts) {
    this.id = id;
    this.whole = whole;
    this.counts = counts;
  }

  /** The id of the figure in packs. */
  public String id() {
    return id;
  }

  /** Whether a subject in this state counts. Those that are gone never do. */
  public boolean counts(int bits) {
    return has(bits, SURVIVES) && counts.test(bits);
  }

  /** Whether a subject in this state belongs to the whole and does not count yet. */
  public boolean lacks(int bits) {
    return whole != null && whole.counts(bits) && !counts(bits);
  }

  /** The whole that it is a part of; empty for a whole. */
  public Optional<SubjectFigure> whole() {
    return Optional.ofNullable(whole);
  }

  public static Optional<SubjectFigure> ofId(String id) {
    return Arrays.stream(values()).filter(figure -> figure.id.equals(id)).findFirst();
  }

  private static boolean has(int bits, int mask) {
    return SubjectBits.has(bits, mask);
  }

  private static boolean isFirm(int bits) {
    return SubjectBits.isType(bits, SubjectType.FIRM);
  }

  private static boolean isLegalPerson(int bits) {
    return isFirm(bits) || SubjectBits.isType(bits, SubjectType.FARMER_COOPERATIVE);
  }
}
