package org.xinyidai.models.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.score.Evaluation;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ModelCard.FeatureStrength;
import org.xinyidai.models.score.ModelCard.GroupFigures;
import org.xinyidai.models.score.ModelCard.Sample;
import org.xinyidai.models.score.ModelCard.Stability;
import org.xinyidai.models.score.StabilityIndex;

/** Writes the card of a model from its training and its folds (模型卡编制). */
public final class ModelCards {
  /** The riskiest fifth counts as declined when groups are compared. */
  private static final double DECLINED_SHARE = 0.2;

  private static final List<String> LIMITS =
      List.of(
          "仅对与训练样本同类的经营主体有效；行业、地区或政策变化后须重新评估。",
          "样本只含已获贷款者的结果，被拒者的表现未知，存在样本选择偏差。",
          "评分供金融机构参考，不替代其独立的授信审批。",
          "折外指标由交叉验证得出，不等于未来表现；上线后须按账龄跟踪 AUC、KS 与 PSI。");

  private static final int FEW_BADS = 200;

  private final TrainingSet set;
  private final TrainedModel trained;
  private final Judged judged;

  private ModelCards(TrainingSet set, TrainedModel trained, Judged judged) {
    this.set = set;
    this.trained = trained;
    this.judged = judged;
  }

  /**
   * What the folds found.
   *
   * @param folds results of all tasks
   * @param risks per row, its mean out-of-fold probability of default
   */
  public record Judged(Evaluation evaluation, List<FoldResult> folds, List<Double> risks) {
    public Judged {
      folds = List.copyOf(folds);
      risks = List.copyOf(risks);
    }
  }

  /** The days that the sample spans; null where the rows have none. */
  public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Period UNKNOWN = new Period(null, null);
  }

  /**
   * The card.
   *
   * @param groupings to compare the treatment of groups by; may be empty
   */
  public static ModelCard of(
      TrainedModel trained,
      TrainingSet set,
      Judged judged,
      List<Grouping> groupings,
      Period period) {
    return new ModelCards(set, trained, judged).card(groupings, period);
  }

  private ModelCard card(List<Grouping> groupings, Period period) {
    List<String> limits = new ArrayList<>(LIMITS);
    if (Math.min(set.bads(), set.size() - set.bads()) < FEW_BADS) {
      limits.add("坏样本仅 " + set.bads() + " 个，各项指标的误差较大。");
    }
    String seed = trained.model().provenance().getOrDefault("seed", "0");
    List<GroupFigures> fairness = groupings.stream().flatMap(one -> figures(one).stream()).toList();
    fairness.stream()
        .filter(group -> group.impact() < ModelCard.LEAST_IMPACT)
        .forEach(
            group ->
                limits.add(
                    "按" + group.by() + "分组，“" + group.group() + "”的通过率低于最优组的五分之四，须人工复核其成因。"));
    return new ModelCard(
        trained.model().id(),
        trained.model().provenance().getOrDefault("kind", ""),
        new Sample(
            set.digest(), period.from(), period.to(), set.size(), set.bads(), Long.parseLong(seed)),
        judged.evaluation(),
        stability(),
        fairness,
        features(),
        limits);
  }

  /** The score of each fold against that of all other rows. */
  private List<Stability> stability() {
    List<Stability> stability = new ArrayList<>();
    for (FoldResult fold : judged.folds()) {
      boolean[] inside = new boolean[set.size()];
      IntStream.of(fold.rows()).forEach(row -> inside[row] = true);
      double[] others =
          IntStream.range(0, set.size())
              .filter(row -> !inside[row])
              .mapToDouble(judged.risks()::get)
              .toArray();
      stability.add(
          new Stability(
              "第" + (fold.task() + 1) + "折", StabilityIndex.between(others, fold.probabilities())));
    }
    return stability;
  }

  private List<GroupFigures> figures(Grouping grouping) {
    double[] sorted = judged.risks().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double cut = sorted[(int) Math.min(sorted.length - 1, sorted.length * (1 - DECLINED_SHARE))];
    List<GroupFigures> raw = new ArrayList<>();
    for (String name : grouping.names()) {
      raw.add(figures(grouping.by(), name, grouping.rows(name), cut));
    }
    double best = raw.stream().mapToDouble(group -> 1 - group.declined()).max().orElse(1);
    return raw.stream().map(group -> group.withImpact((1 - group.declined()) / best)).toList();
  }

  private GroupFigures figures(String by, String name, List<Integer> rows, double cut) {
    double[] risks = rows.stream().mapToDouble(judged.risks()::get).toArray();
    boolean[] bad = new boolean[risks.length];
    int bads = 0;
    int declined = 0;
    double sum = 0;
    for (int i = 0; i < risks.length; i++) {
      bad[i] = set.isBad(rows.get(i));
      bads += bad[i] ? 1 : 0;
      declined += risks[i] >= cut ? 1 : 0;
      sum += risks[i];
    }
    boolean oneOutcome = bads == 0 || bads == risks.length;
    return new GroupFigures(
        by,
        name,
        risks.length,
        bads,
        sum / risks.length,
        (double) bads / risks.length,
        (double) declined / risks.length,
        1,
        oneOutcome ? Double.NaN : Ranking.of(risks, bad).auc());
  }

  private List<FeatureStrength> features() {
    List<String> read = trained.model().inputs().stream().map(input -> input.name()).toList();
    return trained.columns().stream()
        .filter(column -> read.contains(column.name()))
        .sorted(Comparator.comparingDouble(ColumnReport::informationValue).reversed())
        .map(
            column ->
                new FeatureStrength(
                    column.name(), column.informationValue(), column.missingShare()))
        .toList();
  }
}
