package org.xinyidai.models.uptake;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SubjectType;

/**
 * A figure that counts subjects (主体类口径): which states count, and of which whole they are a part, so
 * that who does not count yet can be told.
 */
public enum SubjectFigure {
  MARKET_SUBJECTS("market_subjects", null),
  SURVIVING_ENTERPRISES("surviving_enterprises", null),
  REGISTERED_ENTERPRISES("registered_enterprises", SURVIVING_ENTERPRISES),
  VERIFIED_ENTERPRISES("verified_enterprises", SURVIVING_ENTERPRISES),
  REGISTERED_SUBJECTS("registered_subjects", MARKET_SUBJECTS),
  VERIFIED_SUBJECTS("verified_subjects", MARKET_SUBJECTS),
  RATED_TAXPAYERS("rated_taxpayers", MARKET_SUBJECTS),
  A_RATED_TAXPAYERS("a_rated_taxpayers", RATED_TAXPAYERS),
  A_RATED_ENTERPRISES("a_rated_enterprises", SURVIVING_ENTERPRISES),
  SERIOUSLY_DISHONEST("seriously_dishonest", MARKET_SUBJECTS),
  SMES_FINANCED("smes_financed", SURVIVING_ENTERPRISES),
  LEGAL_PERSONS("legal_persons", null),
  LEGAL_PERSONS_COVERED("legal_persons_covered", LEGAL_PERSONS),
  CODES_GIVEN_TWICE("codes_given_twice", LEGAL_PERSONS);

  private final String id;
  private final @Nullable SubjectFigure whole;

  SubjectFigure(String id, @Nullable SubjectFigure whole) {
    this.id = id;
    this.whole = whole;
  }

  /** The id of the figure in packs. */
  public String id() {
    return id;
  }

  /** Whether a subject in this state counts. Those that are gone never do. */
  public boolean counts(int bits) {
    return has(bits, SubjectBits.SURVIVES)
        && switch (this) {
          case MARKET_SUBJECTS -> true;
          case SURVIVING_ENTERPRISES -> isFirm(bits);
          case REGISTERED_ENTERPRISES -> isFirm(bits) && has(bits, SubjectBits.REGISTERED);
          case VERIFIED_ENTERPRISES -> isFirm(bits) && has(bits, SubjectBits.VERIFIED);
          case REGISTERED_SUBJECTS -> has(bits, SubjectBits.REGISTERED);
          case VERIFIED_SUBJECTS -> has(bits, SubjectBits.VERIFIED);
          case RATED_TAXPAYERS -> has(bits, SubjectBits.RATED);
          case A_RATED_TAXPAYERS -> has(bits, SubjectBits.A_RATED);
          case A_RATED_ENTERPRISES -> isFirm(bits) && has(bits, SubjectBits.A_RATED);
          case SERIOUSLY_DISHONEST -> has(bits, SubjectBits.SERIOUS);
          case SMES_FINANCED ->
              isFirm(bits)
                  && has(bits, SubjectBits.GRANTED)
                  && !SubjectBits.isSize(bits, SizeClass.LARGE);
          case LEGAL_PERSONS -> isLegalPerson(bits);
          case LEGAL_PERSONS_COVERED -> isLegalPerson(bits) && has(bits, SubjectBits.COVERED);
          case CODES_GIVEN_TWICE -> isLegalPerson(bits) && has(bits, SubjectBits.CODE_GIVEN_TWICE);
        };
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
