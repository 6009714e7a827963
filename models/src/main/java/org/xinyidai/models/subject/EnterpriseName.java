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
  private static final int SHORTEST_CORE = 2;
  private static final String BRANCH = "分公司";
  private static final List<String> CUT_FORMS = List.of("有限责任公", "有限责", "有限公", "有限");

  public EnterpriseName {
    places = List.copyOf(places);
  }

  /** Takes a name apart; in simplified characters, of any width, with any brackets. */
  public static EnterpriseName parse(String name, PlaceNames known) {
    List<Place> places = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    String text = takeBrackets(PlainText.of(name), known, places, remarks);
    Form form = Form.of(text, remarks, known);
    String core = takeLeadingPlaces(form.before(), known, places);
    return new EnterpriseName(core, form.form(), branch(form.after(), remarks), places);
  }

  /** Whether nothing is left to compare. */
  public boolean isEmpty() {
    return core.isEmpty();
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
      Optional<Found> place = known.at(inside, 0).filter(found -> found.end() == inside.length());
      place.ifPresentOrElse(found -> places.add(found.place()), () -> remarks.add(inside));
      at = close + 1;
    }
    return outside.toString();
  }

  private static String takeLeadingPlaces(String text, PlaceNames known, List<Place> places) {
    int from = 0;
    Optional<Found> found = known.at(text, from);
    while (found.isPresent() && text.length() - found.get().end() >= SHORTEST_CORE) {
      places.add(found.get().place());
      from = found.get().end();
      found = known.at(text, from);
    }
    return text.substring(from);
  }

  private static String branch(String after, List<String> remarks) {
    StringBuilder branch = new StringBuilder(after);
    for (String remark : remarks) {
      if (remark.endsWith("店") || remark.endsWith("分公司") || remark.endsWith("部")) {
        branch.append(remark);
      }
    }
    return branch.toString();
  }

  /** The legal form, and the text before and behind it. */
  private record Form(LegalForm form, String before, String after) {
    static Form of(String text, List<String> remarks, PlaceNames known) {
      if (remarks.stream().anyMatch(LegalForm.SOLE_TRADER.spellings()::contains)) {
        return new Form(LegalForm.SOLE_TRADER, text, "");
      }
      for (LegalForm form : LegalForm.values()) {
        for (String spelling : form.spellings()) {
          int at = text.indexOf(spelling);
          boolean inBranch = form == LegalForm.COMPANY && text.startsWith(BRANCH, at - 1);
          if (at >= SHORTEST_CORE && !inBranch) {
            return new Form(form, text.substring(0, at), text.substring(at + spelling.length()));
          }
          if (at == 0 && form == LegalForm.SOLE_TRADER) {
            return new Form(form, text.substring(spelling.length()), "");
          }
        }
      }
      return cutShort(text).orElseGet(() -> branchAlone(text, known));
    }

    /** A narrow column ends in the middle of the form. */
    private static Optional<Form> cutShort(String text) {
      return CUT_FORMS.stream()
          .filter(cut -> text.endsWith(cut) && text.length() - cut.length() >= SHORTEST_CORE)
          .findFirst()
          .map(cut -> text.substring(0, text.length() - cut.length()))
          .map(before -> new Form(LegalForm.COMPANY, before, ""));
    }

    /** A branch whose company's form was left out: what follows the last place is the branch. */
    private static Form branchAlone(String text, PlaceNames known) {
      int tail = text.length() - BRANCH.length();
      if (text.endsWith(BRANCH)) {
        for (int at = SHORTEST_CORE; at < tail; at++) {
          if (known.at(text, at).filter(found -> found.end() == tail).isPresent()) {
            return new Form(LegalForm.COMPANY, text.substring(0, at), text.substring(at));
          }
        }
      }
      return new Form(LegalForm.NONE, text, "");
    }
  }
}
