package org.xinyidai.models.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.xinyidai.models.resolution.Evidence.Agreement;
import org.xinyidai.models.resolution.Evidence.Kind;
import org.xinyidai.models.subject.Address;
import org.xinyidai.models.subject.EnterpriseName;
import org.xinyidai.models.subject.LegalForm;
import org.xinyidai.models.subject.OneSlip;
import org.xinyidai.models.subject.PlaceNames.Level;
import org.xinyidai.models.subject.PlaceNames.Place;

/** Weighs two names part by part. The weights are log-odds set on labelled simulated claims. */
final class NameEvidence {
  /** What tells one of several alike: a number, or a Chinese numeral where it counts something. */
  private static final Pattern ORDINAL =
      Pattern.compile("\\d+|第[一二三四五六七八九十]+|[一二三四五六七八九十]+(?=[店厂分部号队社组村校])");

  private static final double CLOSE = -0.9;
  private static final double PARTIAL = -3.3;
  private static final int LONG_CORE = 4;
  private static final int TYPED_CORE = 3;

  private NameEvidence() {}

  /** Everything the names say; nothing when the claim has no name. */
  static List<Evidence> of(
      Claim claim, EnterpriseName registered, RegisterEntry entry, NameStatistics statistics) {
    List<Evidence> evidence = new ArrayList<>();
    EnterpriseName claimed = claim.name();
    if (claimed.isEmpty()) {
      return evidence;
    }
    Evidence core = core(claimed, registered, statistics.rarity());
    evidence.add(core);
    form(claimed.form(), registered.form()).ifPresent(evidence::add);
    if (!claimed.branch().equals(registered.branch())) {
      evidence.add(new Evidence(Kind.BRANCH, Agreement.DIFFERENT, -8));
    }
    place(claimed, registered, entry.address())
        .or(() -> unsaid(claim, registered, core, statistics.namesakes()))
        .ifPresent(evidence::add);
    return evidence;
  }

  private static Evidence core(EnterpriseName claim, EnterpriseName entry, Rarity rarity) {
    String claimed = claim.core();
    String registered = entry.core();
    boolean cut = claim.form() == LegalForm.NONE && entry.begins(claimed);
    if (claimed.equals(registered) || (cut && claimed.length() > registered.length())) {
      return new Evidence(Kind.NAME, Agreement.SAME, sameWeight(registered.length()));
    }
    if (claimed.length() > LONG_CORE && registered.startsWith(claimed)) {
      return new Evidence(Kind.NAME, Agreement.CLOSE, 1.7);
    }
    if (!ordinals(claimed).equals(ordinals(registered))) {
      return new Evidence(Kind.NAME, Agreement.DIFFERENT, -6);
    }
    double likeness = Bigrams.likeness(claimed, registered, rarity);
    double weight = Math.max(-6.5 + 8 * likeness, least(claimed, registered));
    Agreement agreement =
        weight >= CLOSE
            ? Agreement.CLOSE
            : weight >= PARTIAL ? Agreement.PARTIAL : Agreement.DIFFERENT;
    return new Evidence(Kind.NAME, agreement, weight);
  }

  /** What a slip of the pen or a middle left out is worth at least. */
  private static double least(String claimed, String registered) {
    if (registered.length() < LONG_CORE) {
      return Double.NEGATIVE_INFINITY;
    }
    if (OneSlip.apart(claimed, registered)) {
      return -0.3;
    }
    return isAbbreviation(claimed, registered) ? -0.3 : Double.NEGATIVE_INFINITY;
  }

  /** The trade name and more at the beginning, and all the rest of it at the end. */
  private static boolean isAbbreviation(String claimed, String registered) {
    int begins = 0;
    while (begins < claimed.length()
        && begins < registered.length()
        && claimed.charAt(begins) == registered.charAt(begins)) {
      begins++;
    }
    return begins >= LONG_CORE && registered.endsWith(claimed.substring(begins));
  }

  /** A short core is often a person's name, and those repeat. */
  private static double sameWeight(int length) {
    return length >= LONG_CORE ? 5.5 : length == TYPED_CORE ? 1.5 : 0.5;
  }

  private static Optional<Evidence> form(LegalForm claimed, LegalForm registered) {
    if (claimed == registered) {
      return Optional.empty();
    }
    if (claimed == LegalForm.NONE) {
      return Optional.of(new Evidence(Kind.LEGAL_FORM, Agreement.UNSAID, -1.5));
    }
    if (claimed.isCompatibleWith(registered)) {
      return Optional.of(new Evidence(Kind.LEGAL_FORM, Agreement.CLOSE, -0.3));
    }
    // Most shops of sole traders do not say in their name that they are one.
    boolean shop = claimed == LegalForm.SOLE_TRADER && registered == LegalForm.NONE;
    return Optional.of(new Evidence(Kind.LEGAL_FORM, Agreement.DIFFERENT, shop ? -0.3 : -4));
  }

  /** Where the registered name tells no district, its address does. */
  private static Optional<Evidence> place(
      EnterpriseName claimed, EnterpriseName registered, Address address) {
    Optional<Level> finest = Optional.empty();
    for (Level level : Level.values()) {
      Optional<Place> left = claimed.place(level);
      Optional<Place> right = registered.place(level).or(() -> address.place(level));
      if (left.isPresent() && right.isPresent()) {
        if (!left.equals(right)) {
          return Optional.of(new Evidence(Kind.PLACE, Agreement.DIFFERENT, -5));
        }
        finest = Optional.of(level);
      }
    }
    boolean told =
        finest.isPresent()
            && (finest.get() == Level.DISTRICT || registered.place(Level.DISTRICT).isEmpty())
            && (finest.get() != Level.PROVINCE || registered.place(Level.CITY).isEmpty());
    return told ? Optional.of(new Evidence(Kind.PLACE, Agreement.SAME, 0.7)) : Optional.empty();
  }

  /**
   * A claim that leaves out where the enterprise is may mean a namesake elsewhere that is not
   * registered here: a name alone is worth no more than namesakes are rare.
   */
  private static Optional<Evidence> unsaid(
      Claim claim, EnterpriseName registered, Evidence core, double namesakes) {
    boolean told = claim.address().place(Level.DISTRICT).isPresent();
    double most = -Math.log(namesakes);
    return told || registered.places().isEmpty() || core.weight() <= most
        ? Optional.empty()
        : Optional.of(new Evidence(Kind.PLACE, Agreement.UNSAID, most - core.weight()));
  }

  private static List<String> ordinals(String core) {
    return ORDINAL.matcher(core).results().map(MatchResult::group).toList();
  }
}
