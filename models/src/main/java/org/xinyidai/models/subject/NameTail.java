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
  private static final List<LegalForm> LONG_FORMS =
      List.of(LegalForm.STOCK_COMPANY, LegalForm.LIMITED_COMPANY);
  private static final int SHORTEST_SLIP = 4;

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
      if (form == LegalForm.COMPANY) {
        Optional<NameTail> slip = slip(text);
        if (slip.isPresent()) {
          return slip.get();
        }
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

  /** A long form at the end in which one character is wrong, missing or too much. */
  private static Optional<NameTail> slip(String text) {
    for (LegalForm form : LONG_FORMS) {
      for (String spelling : form.spellings()) {
        for (int length = spelling.length() + 1; length >= spelling.length() - 1; length--) {
          int at = text.length() - length;
          if (spelling.length() >= SHORTEST_SLIP
              && at >= EnterpriseName.SHORTEST_CORE
              && spelling.charAt(0) == text.charAt(at)
              && OneSlip.apart(text.substring(at), spelling)) {
            return Optional.of(new NameTail(form, text.substring(0, at), ""));
          }
        }
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
