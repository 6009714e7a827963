package org.xinyidai.models.monitoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.training.Ranking;

/**
 * All scores of one month with their outcomes (账龄批次, vintage): what the model was worth then.
 *
 * @param maturesOn the day on which the window of its last score has passed
 * @param state why there is a figure, or why there is none
 * @param rows scores with an outcome
 * @param predicted mean probability of default of them
 * @param auc null unless measured
 * @param ks null unless measured
 */
public record Vintage(
    YearMonth month,
    LocalDate maturesOn,
    State state,
    long rows,
    long bads,
    double predicted,
    @Nullable Double auc,
    @Nullable Double ks) {

  /** Whether a vintage says anything of the model. */
  public enum State {
    /** Its figures count. */
    MEASURED("measured", "已计量"),
    /**
     * The model learned from defaults of the same months: its figures flatter, and raise no alert.
     */
    TRAINED_ON("trained-on", "与训练期重叠"),
    /** Its performance window has not passed: a figure now would only know the early bads. */
    IMMATURE("immature", "未满表现期"),
    /** Too few bads or goods for a figure that is not chance. */
    TOO_FEW("too-few", "样本不足");

    private final String id;
    private final String titleZh;

    State(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /**
   * How outcomes are judged.
   *
   * @param asOf the day on which it is asked
   * @param windowMonths after a score in which a default counts
   * @param fewest bads, and goods, below which there is no figure
   */
  public record Terms(LocalDate asOf, int windowMonths, long fewest) {}

  /**
   * The vintages of some scores, the oldest first.
   *
   * @param trainedOn whether the model learned from defaults that a score of that day foretells
   */
  public static List<Vintage> of(
      List<Performance> rows, Terms terms, Predicate<LocalDate> trainedOn) {
    SortedMap<YearMonth, List<Performance>> months = new TreeMap<>();
    for (Performance row : rows) {
      months.computeIfAbsent(YearMonth.from(row.scoredOn()), month -> new ArrayList<>()).add(row);
    }
    List<Vintage> vintages = new ArrayList<>();
    months.forEach((month, some) -> vintages.add(one(month, some, terms, trainedOn)));
    return vintages;
  }

  private static Vintage one(
      YearMonth month, List<Performance> rows, Terms terms, Predicate<LocalDate> trainedOn) {
    LocalDate last =
        rows.stream().map(Performance::scoredOn).max(LocalDate::compareTo).orElseThrow();
    LocalDate maturesOn = last.plusMonths(terms.windowMonths());
    long bads = rows.stream().filter(Performance::bad).count();
    double predicted = rows.stream().mapToDouble(Performance::risk).average().orElse(0);
    boolean learned = rows.stream().map(Performance::scoredOn).anyMatch(trainedOn);
    State state = state(rows.size(), bads, maturesOn, terms, learned);
    if (state == State.IMMATURE || state == State.TOO_FEW) {
      return new Vintage(month, maturesOn, state, rows.size(), bads, predicted, null, null);
    }
    double[] risks = rows.stream().mapToDouble(Performance::risk).toArray();
    boolean[] bad = new boolean[risks.length];
    for (int i = 0; i < bad.length; i++) {
      bad[i] = rows.get(i).bad();
    }
    Ranking ranking = Ranking.of(risks, bad);
    return new Vintage(
        month, maturesOn, state, rows.size(), bads, predicted, ranking.auc(), ranking.ks());
  }

  private static State state(
      long rows, long bads, LocalDate maturesOn, Terms terms, boolean learned) {
    if (maturesOn.isAfter(terms.asOf())) {
      return State.IMMATURE;
    }
    if (Math.min(bads, rows - bads) < Math.max(1, terms.fewest())) {
      return State.TOO_FEW;
    }
    return learned ? State.TRAINED_ON : State.MEASURED;
  }
}
