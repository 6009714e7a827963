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
import org.xinyidai.models.subject.PlaceNames.Level;
import org.xinyidai.models.subject.PlaceNames.Place;

/** Weighs two names part by part. The weights are log-odds set on labelled simulated claims. */
final class NameEvidence {
  private static final Pattern NUMERAL = Pattern.compile("\\d+|[一二三四五六七八九十]+");
  private static final int LONG_CORE = 4;
  private static final int TYPED_CORE = 3;

  private NameEvidence() {}

  /**
   * Everything the names say; nothing when the claim has no name. Where the registered name tells
   * no district, its address does.
   */
  static List<Evidence> of(
      EnterpriseName claimed, EnterpriseName registered, Address address, Rarity rarity) {
    List<Evidence> evidence = new ArrayList<>();
    if (claimed.isEmpty()) {
      return evidence;
    }
    evidence.add(core(claimed.core(), registered.core(), rarity));
    form(claimed.form(), registered.form()).ifPresent(evidence::add);
    if (!claimed.branch().equals(registered.branch())) {
      evidence.add(new Evidence(Kind.BRANCH, Agreement.DIFFERENT, -8));
    }
    place(claimed, registered, address).ifPresent(evidence::add);
    return evidence;
  }

  private static Evidence core(String claimed, String registered, Rarity rarity) {
    if (claimed.equals(registered)) {
      return new Evidence(Kind.NAME, Agreement.SAME, sameWeight(claimed.length()));
    }
    if (!numerals(claimed).equals(numerals(registered))) {
      return new Evidence(Kind.NAME, Agreement.DIFFERENT, -6);
    }
    if (claimed.length() > LONG_CORE && registered.startsWith(claimed)) {
      return new Evidence(Kind.NAME, Agreement.CLOSE, 2.5);
    }
    double likeness = Bigrams.likeness(claimed, registered, rarity);
    Agreement agreement =
        likeness >= 0.7
            ? Agreement.CLOSE
            : likeness >= 0.4 ? Agreement.PARTIAL : Agreement.DIFFERENT;
    return new Evidence(Kind.NAME, agreement, -6.5 + 8 * likeness);
  }

  /** A short core is often a person's name, and those repeat. */
  private static double sameWeight(int length) {
    return length >= LONG_CORE ? 5.5 : length == TYPED_CORE ? 1.5 : 0.5;
  }

  private static Optional<Evidence> form(LegalForm claimed, LegalForm registered) {
    if (claimed == LegalForm.NONE || claimed == registered) {
      return Optional.empty();
    }
    if (claimed.isCompatibleWith(registered)) {
      return Optional.of(new Evidence(Kind.LEGAL_FORM, Agreement.CLOSE, -0.3));
    }
    // Most shops of sole traders do not say in their name that they are one.
    boolean shop = claimed == LegalForm.SOLE_TRADER && registered == LegalForm.NONE;
    return Optional.of(new Evidence(Kind.LEGAL_FORM, Agreement.DIFFERENT, shop ? -0.3 : -4));
  }

  private static Optional<Evidence> place(
      EnterpriseName claimed, EnterpriseName registered, Address address) {
    boolean agree = false;
    for (Level level : Level.values()) {
      Optional<Place> left = claimed.place(level);
      Optional<Place> right = registered.place(level).or(() -> address.place(level));
      if (left.isPresent() && right.isPresent()) {
        if (!left.equals(right)) {
          return Optional.of(new Evidence(Kind.PLACE, Agreement.DIFFERENT, -5));
        }
        agree = true;
      }
    }
    return agree ? Optional.of(new Evidence(Kind.PLACE, Agreement.SAME, 0.7)) : Optional.empty();
  }

  private static List<String> numerals(String core) {
    return NUMERAL.matcher(core).results().map(MatchResult::group).toList();
  }
}
