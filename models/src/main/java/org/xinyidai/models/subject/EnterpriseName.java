package org.xinyidai.models.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.subject.PlaceNames.Found;
import org.xinyidai.models.subject.PlaceNames.Place;

/**
 * A registered name in its parts (企业名称：行政区划、字号、行业、组织形式; 企业名称登记管理规定), so that two spellings of one
 * name compare equal.
 *
 * @param core trade name and trade (字号与行业), what is left when all else is taken away
 * @param branch what follows the legal form, as of a branch (分公司), empty for none: a branch is a
 *     subject of its own
 */
public record EnterpriseName(String core, LegalForm form, String branch, List<Place> places) {
  static final int SHORTEST_CORE = 2;
  private static final List<String> BRANCH_ENDS = List.of("店", "分公司", "部", "分厂", "办事处", "分社", "分号");

  public EnterpriseName {
    places = List.copyOf(places);
  }

  /** Takes a name apart; in simplified characters, of any width, with any brackets. */
  public static EnterpriseName parse(String name, PlaceNames known) {
    List<Place> places = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    String text = takeBrackets(PlainText.of(name), known, places, remarks);
    NameTail form = NameTail.of(text, remarks, known);
    String core = takeLeadingPlaces(form.before(), known, places);
    return new EnterpriseName(core, form.form(), branch(form.after(), remarks), places);
  }

  /** Whether nothing is left to compare. */
  public boolean isEmpty() {
    return core.isEmpty();
  }

  /** Whether the name, places aside, begins so, as one cut short does; its form counts too. */
  public boolean begins(String text) {
    return core.startsWith(text)
        || form.spellings().stream().anyMatch(spelling -> (core + spelling).startsWith(text));
  }

  /** The division of a level that the name tells. */
  public Optional<Place> place(PlaceNames.Level level) {
    return places.stream().filter(place -> place.level() == level).findFirst();
  }

  /** Takes bracketed parts out: places are kept as places, the rest as remarks. */
  private static String takeBrackets(
      String text, PlaceNames known, List<Place> places, List<String> remarks) {
    StringBuilder outside = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int close = text.charAt(at) == '(' ? text.indexOf(')', at) : -1;
      if (close < 0) {
        if (text.charAt(at) != '(' && text.charAt(at) != ')') {
          outside.append(text.charAt(at));
        }
        at++;
        continue;
      }
      String inside = text.substring(at + 1, close);
      List<Place> told = placesOf(inside, known);
      places.addAll(told);
      if (told.isEmpty()) {
        remarks.add(inside);
      }
      at = close + 1;
    }
    return outside.toString();
  }

  /** The places of which a text is made; none where it is made of anything else. */
  private static List<Place> placesOf(String text, PlaceNames known) {
    List<Place> places = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Optional<Found> found = known.at(text, at);
      if (found.isEmpty()) {
        return List.of();
      }
      places.add(found.get().place());
      at = found.get().end();
    }
    return places;
  }

  private static String takeLeadingPlaces(String text, PlaceNames known, List<Place> places) {
    int from = 0;
    Optional<Found> found = known.at(text, from).or(() -> known.near(text, 0));
    while (found.isPresent() && text.length() - found.get().end() >= SHORTEST_CORE) {
      places.add(found.get().place());
      from = found.get().end();
      int next = from;
      found = known.at(text, next).or(() -> known.near(text, next));
    }
    return text.substring(from);
  }

  private static String branch(String after, List<String> remarks) {
    StringBuilder branch = new StringBuilder(after);
    for (String remark : remarks) {
      if (BRANCH_ENDS.stream().anyMatch(remark::endsWith)) {
        branch.append(remark);
      }
    }
    return branch.toString();
  }
}
