package org.xinyidai.models.subject;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the legal form stands in a name, written well, with a slip or cut short (组织形式的识别), and what
 * stands before and behind it.
 *
 * @param before places and core
 * @param after behind the form, as of a branch
 */
record NameTail(LegalForm form, String before, String after) {
  private static final String BRANCH = "分公司";
  private static final List<String> CUT_FORMS =
      List.of("股份有限公", "股份有限", "有限责任公", "有限责", "有限公", "有限");
  private static final String STOCK = "股份有限公司";
  private static final List<String> LIMITED = List.of("有限责任公司", "有限公司");

  /** What meter books and bills add to a name: which meter, what for. */
  private static final Pattern REMARK =
      Pattern.compile("(?:\\d{0,3}号?[电水气热]?表|专变|公变|宿舍|食堂|生活区|生产|办公|停用|[一二三四]期)$");

  /** Takes the tail off a name without brackets. */
  static NameTail of(String name, List<String> remarks, PlaceNames known) {
    String text = withoutRemark(name);
    if (remarks.stream().anyMatch(LegalForm.SOLE_TRADER.spellings()::contains)) {
      return new NameTail(LegalForm.SOLE_TRADER, text, "");
    }
    for (LegalForm form : LegalForm.values()) {
      Optional<NameTail> slip = slip(text, form);
      if (slip.isPresent()) {
        return slip.get();
      }
      for (String spelling : form.spellings()) {
        int at = text.indexOf(spelling);
        boolean inBranch = form == LegalForm.COMPANY && text.startsWith(BRANCH, at - 1);
        if (at >= EnterpriseName.SHORTEST_CORE && !inBranch) {
          return new NameTail(form, text.substring(0, at), text.substring(at + spelling.length()));
        }
        if (at == 0 && form == LegalForm.SOLE_TRADER) {
          return new NameTail(form, text.substring(spelling.length()), "");
        }
      }
    }
    return cutShort(text).orElseGet(() -> branchAlone(text, known));
  }

  private static String withoutRemark(String name) {
    String rest = REMARK.matcher(name).replaceFirst("");
    return rest.length() >= 2 * EnterpriseName.SHORTEST_CORE ? rest : name;
  }

  /**
   * A form that ends a name with one character of it wrong, missing or too much. 控股有限公司 is no
   * 股份有限公司 that lacks one.
   *
   * @param next the form that is looked for next; a slip in a longer one comes before it
   */
  private static Optional<NameTail> slip(String text, LegalForm next) {
    if (next == LegalForm.LIMITED_COMPANY) {
      return slip(text, STOCK, STOCK.length(), LegalForm.STOCK_COMPANY);
    }
    if (next != LegalForm.COMPANY) {
      return Optional.empty();
    }
    return LIMITED.stream()
        .flatMap(each -> slip(text, each, each.length() - 1, LegalForm.LIMITED_COMPANY).stream())
        .findFirst();
  }

  private static Optional<NameTail> slip(
      String text, String spelling, int shortest, LegalForm form) {
    for (int length = spelling.length() + 1; length >= shortest; length--) {
      int at = text.length() - length;
      if (at >= EnterpriseName.SHORTEST_CORE
          && text.charAt(at) == spelling.charAt(0)
          && text.charAt(text.length() - 1) == spelling.charAt(spelling.length() - 1)
          && OneSlip.apart(text.substring(at), spelling)) {
        return Optional.of(new NameTail(form, text.substring(0, at), ""));
      }
    }
    return Optional.empty();
  }

  /** A narrow column ends in the middle of the form. */
  private static Optional<NameTail> cutShort(String text) {
    return CUT_FORMS.stream()
        .filter(
            cut ->
                text.endsWith(cut) && text.length() - cut.length() >= EnterpriseName.SHORTEST_CORE)
        .findFirst()
        .map(cut -> text.substring(0, text.length() - cut.length()))
        .map(before -> new NameTail(LegalForm.COMPANY, before, ""));
  }

  /** A branch whose company's form was left out: what follows the last place is the branch. */
  private static NameTail branchAlone(String text, PlaceNames known) {
    int tail = text.length() - BRANCH.length();
    if (text.endsWith(BRANCH)) {
      for (int at = EnterpriseName.SHORTEST_CORE; at < tail; at++) {
        if (known.at(text, at).filter(found -> found.end() == tail).isPresent()) {
          return new NameTail(LegalForm.COMPANY, text.substring(0, at), text.substring(at));
        }
      }
    }
    return new NameTail(LegalForm.NONE, text, "");
  }
}
