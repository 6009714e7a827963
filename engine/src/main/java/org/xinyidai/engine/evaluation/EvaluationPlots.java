package org.xinyidai.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.xinyidai.engine.evaluation.SvgPlot.Axis;
import org.xinyidai.engine.evaluation.SvgPlot.Point;
import org.xinyidai.models.score.Evaluation.CalibrationBand;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.training.ColumnReport;
import org.xinyidai.models.training.RankingCurve;

/** The charts of an evaluation (评估图): ROC, KS, calibration, scores, information values. */
final class EvaluationPlots {
  private static final int SCORE_BARS = 30;
  private static final double CALIBRATION_MARGIN = 1.1;

  private EvaluationPlots() {}

  static String roc(RankingCurve curve) {
    return new SvgPlot(
            format("ROC 曲线（AUC %.4f）", curve.auc()), Axis.share("好样本误判率"), Axis.share("坏样本捕获率"))
        .dashed(SvgPlot.FAINT_COLOUR, new Point(0, 0), new Point(1, 1))
        .line(
            "模型（折外）",
            SvgPlot.GOOD_COLOUR,
            curve.points().stream().map(at -> new Point(at.goods(), at.bads())).toList())
        .svg();
  }

  static String ks(RankingCurve curve) {
    RankingCurve.Point widest =
        curve.points().stream()
            .max(Comparator.comparingDouble(at -> Math.abs(at.bads() - at.goods())))
            .orElseThrow();
    return new SvgPlot(
            format("KS 曲线（KS %.4f）", curve.ks()), Axis.share("按风险由高到低的样本占比"), Axis.share("累计占比"))
        .line(
            "坏样本",
            SvgPlot.BAD_COLOUR,
            curve.points().stream().map(at -> new Point(at.rows(), at.bads())).toList())
        .line(
            "好样本",
            SvgPlot.GOOD_COLOUR,
            curve.points().stream().map(at -> new Point(at.rows(), at.goods())).toList())
        .dashed(
            SvgPlot.FAINT_COLOUR,
            new Point(widest.rows(), widest.goods()),
            new Point(widest.rows(), widest.bads()))
        .svg();
  }

  static String calibration(List<CalibrationBand> bands) {
    double top =
        CALIBRATION_MARGIN
            * bands.stream()
                .mapToDouble(band -> Math.max(band.predicted(), band.observed()))
                .max()
                .orElse(1);
    List<Point> points =
        bands.stream().map(band -> new Point(band.predicted(), band.observed())).toList();
    return new SvgPlot("校准曲线", new Axis("预测违约概率", 0, top, true), new Axis("实际违约率", 0, top, true))
        .dashed(SvgPlot.FAINT_COLOUR, new Point(0, 0), new Point(top, top))
        .line("十等分组", SvgPlot.GOOD_COLOUR, points)
        .dots(SvgPlot.GOOD_COLOUR, points)
        .svg();
  }

  /** How the points of goods and of bads lie, each as shares of its own number. */
  static String scores(double[] risks, boolean[] bad) {
    int[] points = new int[risks.length];
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int row = 0; row < risks.length; row++) {
      points[row] = Scaling.STANDARD.points(risks[row]);
      least = Math.min(least, points[row]);
      greatest = Math.max(greatest, points[row]);
    }
    double width = Math.max(1, (greatest - least + 1.0) / SCORE_BARS);
    double[] goods = new double[SCORE_BARS];
    double[] bads = new double[SCORE_BARS];
    int allBads = 0;
    for (boolean one : bad) {
      allBads += one ? 1 : 0;
    }
    for (int row = 0; row < risks.length; row++) {
      int bar = (int) Math.min(SCORE_BARS - 1, (points[row] - least) / width);
      if (bad[row]) {
        bads[bar] += 1.0 / allBads;
      } else {
        goods[bar] += 1.0 / (bad.length - allBads);
      }
    }
    double top = 0;
    for (int bar = 0; bar < SCORE_BARS; bar++) {
      top = Math.max(top, Math.max(goods[bar], bads[bar]));
    }
    SvgPlot plot =
        new SvgPlot(
            "评分分布",
            new Axis("评分（折外）", least, least + SCORE_BARS * width, false),
            new Axis("各自占比", 0, top * CALIBRATION_MARGIN, true));
    for (int bar = 0; bar < SCORE_BARS; bar++) {
      double from = least + bar * width;
      plot.bar(SvgPlot.GOOD_COLOUR, from, from + width, goods[bar]);
      plot.bar(SvgPlot.BAD_COLOUR, from, from + width, bads[bar]);
    }
    return plot.key("好样本", SvgPlot.GOOD_COLOUR).key("坏样本", SvgPlot.BAD_COLOUR).svg();
  }

  /** Bars of the strongest columns' information values. */
  static String informationValues(List<ColumnReport> features, int shown) {
    List<ColumnReport> strongest = features.stream().limit(shown).toList();
    double greatest =
        strongest.stream().mapToDouble(ColumnReport::informationValue).max().orElse(1);
    List<String> bars = new ArrayList<>();
    for (int i = 0; i < strongest.size(); i++) {
      ColumnReport one = strongest.get(i);
      double y = 34 + 20.0 * i;
      double width = 360 * one.informationValue() / Math.max(1e-9, greatest);
      bars.add(
          format("<text x='432' y='%.0f' text-anchor='end' class='tick'>", y + 11)
              + Html.escape(shortened(one.name()))
              + format(
                  "</text><rect x='440' y='%.0f' width='%.1f' height='14' fill='%s'/>",
                  y, width, one.fate().equals("chosen") ? SvgPlot.GOOD_COLOUR : "#b8c4cc")
              + format(
                  "<text x='%.1f' y='%.0f' class='tick'>%.3f</text>",
                  446 + width, y + 11, one.informationValue()));
    }
    return format(
            "<svg viewBox='0 0 860 %d' role='img' aria-label='变量信息值'"
                + " xmlns='http://www.w3.org/2000/svg'>",
            44 + 20 * strongest.size())
        + "<text x='430' y='18' text-anchor='middle' class='title'>变量信息值 IV（深色为入选变量）</text>"
        + String.join("", bars)
        + "</svg>";
  }

  private static String shortened(String name) {
    return name.length() > 48 ? name.substring(0, 47) + "…" : name;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
