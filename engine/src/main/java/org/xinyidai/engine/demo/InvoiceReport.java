package org.xinyidai.engine.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the run on real invoices found, in the form of its report file (真实数据演示报告). */
public record InvoiceReport(
    Data data,
    Records records,
    List<Model> models,
    List<Scored> scores,
    List<Matched> matches,
    List<Priced> pricing) {

  /**
   * What the run stood on.
   *
   * @param codes how the codes of enterprises came about
   * @param asOf the day as of which features are taken
   */
  public record Data(String folder, String codes, String asOf, int enterprises, int labelled) {}

  /**
   * What became of every row.
   *
   * @param voided,red among the received rows
   */
  public record Records(
      long received,
      long accepted,
      long repeated,
      long rejected,
      @JsonProperty("void") long voided,
      long red,
      Map<String, Long> rejectedByReason,
      List<FileCount> files) {}

  /** The same for one file. */
  public record FileCount(
      String file, long received, long accepted, long repeated, long rejected) {}

  /** Mean and standard deviation over the folds of all repeats. */
  public record Spread(double mean, double sd) {}

  /** A model and its worth out of fold. */
  public record Model(
      String id,
      boolean champion,
      Spread auc,
      Spread ks,
      double brier,
      List<Calibration> calibration,
      List<String> features) {}

  /** A tenth of the rows by predicted risk. */
  public record Calibration(long rows, double predicted, double observed) {}

  /** One enterprise's score. */
  public record Scored(
      String sourceId,
      String uscc,
      boolean labelled,
      int points,
      String grade,
      int stars,
      double probabilityOfDefault,
      List<String> reasons) {}

  /** One enterprise's matches. */
  public record Matched(
      String sourceId, String uscc, List<Offered> offers, int withheld, List<Reason> withheldFor) {}

  /**
   * A product that can be had.
   *
   * @param annualRateBp the highest yearly rate, null where the lender publishes none
   */
  public record Offered(
      String productId, long amountFen, @Nullable Integer annualRateBp, int termMonths) {}

  /** Why products are withheld, most frequent first. */
  public record Reason(String criterion, long products) {}

  /** The offer of the best expected margin; enterprises without a paying offer are left out. */
  public record Priced(
      String sourceId,
      String uscc,
      double annualRate,
      long amountYuan,
      double expectedMarginYuan) {}
}
