package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandDraft;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SecurityMode;

/**
 * A financing demand as the API shows it (融资需求).
 *
 * @param expiresOn the last day on which it stands, null where it has none
 * @param closedOn null while the enterprise has not closed it
 */
record DemandView(
    String id,
    String uscc,
    long amountFen,
    int termMonths,
    String purpose,
    int maxAnnualRateBp,
    LocalDate postedOn,
    Map<String, Double> declared,
    List<String> security,
    List<String> preferredLenders,
    @Nullable LocalDate expiresOn,
    @Nullable LocalDate closedOn,
    String status) {

  /** A demand as it is posted; what is null was left out. */
  record Posted(
      @Nullable String uscc,
      @Nullable Long amountFen,
      @Nullable Long termMonths,
      @Nullable String purpose,
      @Nullable Long maxAnnualRateBp,
      @Nullable Map<String, String> declared,
      @Nullable List<String> security,
      @Nullable List<String> preferredLenders,
      @Nullable String expiresOn) {

    /** What the rules of a demand look at; a number that was left out is one that they refuse. */
    DemandDraft draft() {
      return new DemandDraft(
          uscc == null ? "" : uscc,
          amountFen == null ? 0 : amountFen,
          termMonths == null ? 0 : termMonths,
          purpose == null ? "" : purpose,
          maxAnnualRateBp == null ? Rate.MAX_BP : maxAnnualRateBp,
          declared == null ? Map.of() : withoutNulls(declared),
          new DemandDraft.Wishes(
              withoutNulls(security),
              withoutNulls(preferredLenders),
              expiresOn == null ? "" : expiresOn));
    }

    private static List<String> withoutNulls(@Nullable List<String> texts) {
      return texts == null
          ? List.of()
          : texts.stream().map(text -> text == null ? "" : text).toList();
    }

    private static Map<String, String> withoutNulls(Map<String, String> declared) {
      Map<String, String> texts = new TreeMap<>();
      declared.forEach((name, text) -> texts.put(name, text == null ? "" : text));
      return texts;
    }
  }

  /** What is asked for, wherever a demand is spoken of. */
  record Asked(long amountFen, int termMonths, String purpose, int maxAnnualRateBp) {
    static Asked of(LoanRequest request) {
      return new Asked(
          request.amountFen(),
          request.termMonths(),
          request.purpose().code(),
          request.maxAnnualRateBp());
    }
  }

  /**
   * A demand.
   *
   * @param day on which its status is told
   */
  static DemandView of(Demand demand, LocalDate day) {
    LoanRequest request = demand.request();
    return new DemandView(
        demand.id().value(),
        demand.uscc().value(),
        request.amountFen(),
        request.termMonths(),
        request.purpose().code(),
        request.maxAnnualRateBp(),
        demand.postedOn(),
        demand.declared(),
        request.security().stream().sorted().map(SecurityMode::code).toList(),
        List.copyOf(demand.preferredLenders()),
        demand.expiresOn(),
        demand.closedOn(),
        demand.status(day).code());
  }
}
