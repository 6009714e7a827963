package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the terms of a product beside its criteria (产品要素检查). */
final class TermsLint {
  /**
   * The line above which courts cut what a borrower owes a financial institution, interest and fees
   * together, in basis points a year (最高人民法院《关于进一步加强金融审判工作的若干意见》法发〔2017〕22号, item 2). What pawn
   * shops may ask is regulated by itself (典当管理办法, articles 37 and 38).
   */
  static final int MOST_YEARLY_COST_BP = 2_400;

  /** A term that is not published counts as a year. */
  private static final int USUAL_MONTHS = 12;

  private static final int MONTHS = 12;

  /** As long as a name that fits on one line of a page. */
  static final int MAX_NAME = 60;

  static final int MAX_DOCUMENT = 500;
  static final int MAX_NOTE = 2_000;

  /** More than any published product has, and few enough to be read. */
  static final int MOST_CRITERIA = 60;

  static final int MOST_LIMITS = 10;

  private TermsLint() {}

  static List<Problem> lint(LoanProduct product) {
    List<Problem> problems = new ArrayList<>();
    text(problems, ".nameZh", product.name().zh(), MAX_NAME);
    text(problems, ".nameEn", product.name().en(), MAX_NAME * 2);
    text(problems, ".lender.nameZh", product.lender().name().zh(), Lender.MAX_ORGANISATION);
    text(problems, ".lender.nameEn", product.lender().name().en(), Lender.MAX_ORGANISATION);
    text(problems, ".source.document", product.source().document(), MAX_DOCUMENT);
    length(problems, ".source.note", product.source().note(), MAX_NOTE);
    most(problems, ".criteria", product.criteria().size(), MOST_CRITERIA);
    most(problems, ".limits", product.limits().size(), MOST_LIMITS);
    cost(problems, product);
    return problems;
  }

  private static void text(List<Problem> problems, String path, String text, int most) {
    length(problems, path, text, most);
    if (text.codePoints().anyMatch(TermsLint::isUnseen)) {
      problems.add(
          new Problem(
              path,
              "含有换行或不可见字符，请删去后重新填写",
              "has line breaks or characters that cannot be seen; take them out"));
    }
  }

  private static void length(List<Problem> problems, String path, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      problems.add(
          new Problem(
              path, "不超过" + most + "个字符，请缩短", "at most " + most + " characters; shorten it"));
    }
  }

  /** Control and format characters: they hide or turn round what stands beside them. */
  private static boolean isUnseen(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE;
  }

  private static void most(List<Problem> problems, String path, int count, int most) {
    if (count > most) {
      problems.add(
          new Problem(
              path,
              "共" + count + "条，最多" + most + "条，请合并或删减",
              count + " of them, at most " + most + "; join or drop some"));
    }
  }

  private static void cost(List<Problem> problems, LoanProduct product) {
    int rateBp = product.rate().highestBp().orElse(0);
    Fees fees = product.fees();
    int months = product.terms().published() ? product.terms().maxMonths() : USUAL_MONTHS;
    int onceBp = fees.onceBp() * MONTHS / Math.max(months, MONTHS);
    int cost = rateBp + fees.yearlyBp() + onceBp;
    if (product.lender().type() != Lender.Type.PAWN && cost > MOST_YEARLY_COST_BP) {
      String percent = ValueText.number(cost / 100.0);
      problems.add(
          new Problem(
              rateBp > MOST_YEARLY_COST_BP ? ".rateBp" : ".feesBp",
              "年化综合成本最高" + percent + "%，超过24%的司法保护上限（法发〔2017〕22号），请下调利率或费用",
              "interest and fees come to "
                  + percent
                  + "% a year, above the 24% that courts protect; lower the rate or the fees"));
    }
  }
}
