package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.consent.ConsentText;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.consent.Purpose;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.lending.ConsentTerms;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/**
 * The consent that goes with an application (随申请授权), as it is posted.
 *
 * @param textVersion of the text that the enterprise was shown
 */
record ApplicationConsent(
    @Nullable List<String> categories, @Nullable Integer months, @Nullable Integer textVersion) {
  /** The custom of the trade; the text of the consent says so too. */
  private static final int MOST_MONTHS = 12;

  /** What is given now, checked; null where nothing was posted. */
  static @Nullable ConsentTerms terms(@Nullable ApplicationConsent posted) {
    return posted == null ? null : posted.checked();
  }

  private ConsentTerms checked() {
    ConsentText text = ConsentText.current();
    if (textVersion == null || textVersion != text.version()) {
      throw invalid(
          "consent.textVersion",
          "授权书现行版本为第" + text.version() + "版，请阅读 /api/v1/consent-text 后同意",
          "The text is version " + text.version() + " now: read /api/v1/consent-text and agree");
    }
    if (categories == null || categories.isEmpty()) {
      throw noCategory();
    }
    if (months == null || months < 1 || months > MOST_MONTHS) {
      throw invalid("consent.months", "授权期限为1至12个月", "from 1 to 12 months");
    }
    List<DataCategory> chosen =
        categories.stream()
            .map(id -> DataCategory.ofId(id).orElseThrow(ApplicationConsent::noCategory))
            .distinct()
            .sorted()
            .toList();
    return new ConsentTerms(chosen, months);
  }

  /** A lender and what it is called. */
  record Grantee(String organisation, Text name) {
    static Grantee of(LoanProduct product) {
      return new Grantee(product.lender().organisation(), product.lender().name());
    }
  }

  /**
   * Refuses where a lender holds no consent for the review of a loan.
   *
   * @param field at fault
   */
  static void require(Consents consents, Uscc uscc, Grantee lender, Instant now, String field) {
    boolean held =
        consents.of(uscc).stream()
            .filter(consent -> consent.grantee().equals(lender.organisation()))
            .filter(consent -> consent.purpose() == Purpose.LOAN_REVIEW)
            .anyMatch(
                consent -> consent.categories().stream().anyMatch(c -> consent.opens(c, now)));
    if (!held) {
      throw invalid(
          field,
          "企业尚未授权“" + lender.name().zh() + "”贷前审查，请随申请一并授权",
          "The enterprise has not let "
              + lender.name().en()
              + " review it; give the consent along with this");
    }
  }

  private static Refusal noCategory() {
    return invalid("consent.categories", "请选择授权的数据类别", "choose categories of the description");
  }
}
