package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandDraft;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Rate;

/** A financing demand as the API shows it (融资需求). */
record DemandView(
    String id,
    String uscc,
    long amountFen,
    int termMonths,
    String purpose,
    int maxAnnualRateBp,
    LocalDate postedOn,
    Map<String, Double> declared) {

  /** A demand as it is posted; what is null was left out. */
  record Posted(
      @Nullable String uscc,
      @Nullable Long amountFen,
      @Nullable Long termMonths,
      @Nullable String purpose,
      @Nullable Long maxAnnualRateBp,
      @Nullable Map<String, String> declared) {

    /** What the rules of a demand look at; a number that was left out is one that they refuse. */
    DemandDraft draft() {
      return new DemandDraft(
          uscc == null ? "" : uscc,
          amountFen == null ? 0 : amountFen,
          termMonths == null ? 0 : termMonths,
          purpose == null ? "" : purpose,
          maxAnnualRateBp == null ? Rate.MAX_BP : maxAnnualRateBp,
          declared == null ? Map.of() : withoutNulls(declared));
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

  static DemandView of(Demand demand) {
    LoanRequest request = demand.request();
    return new DemandView(
        demand.id().value(),
        demand.uscc().value(),
        request.amountFen(),
        request.termMonths(),
        request.purpose().code(),
        request.maxAnnualRateBp(),
        demand.postedOn(),
        demand.declared());
  }
}
