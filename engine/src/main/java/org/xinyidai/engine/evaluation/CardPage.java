package org.xinyidai.engine.evaluation;

import static org.xinyidai.engine.evaluation.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;

/** A scorecard to print (评分卡表): each characteristic with its bins, counts, evidence and points. */
public final class CardPage {
  private static final List<String> HEADER = List.of("分箱", "样本", "占比", "坏样本", "坏样本率", "WOE", "得分");

  private CardPage() {}

  /** The tables as HTML. */
  static String tables(Scorecard card, Scaling scaling) {
    StringBuilder html = new StringBuilder("<p>" + Html.escape(scale(scaling)) + "</p>\n");
    for (Characteristic characteristic : card.characteristics()) {
      html.append("<h3>").append(Html.escape(title(characteristic))).append("</h3>\n");
      html.append(Html.table(HEADER, rows(card, scaling, characteristic)));
    }
    return html.toString();
  }

  /** The same as plain lines for a terminal. */
  public static List<String> lines(Scorecard card, Scaling scaling) {
    List<String> lines = new ArrayList<>(List.of("评分卡 scorecard  " + scale(scaling)));
    for (Characteristic characteristic : card.characteristics()) {
      lines.add("  " + title(characteristic));
      for (List<String> row : rows(card, scaling, characteristic)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "    %9s 样本 %7s  坏 %7s  坏率 %7s  WOE %8s  得分 %5s  %s",
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(0)));
      }
    }
    return lines;
  }

  private static String scale(Scaling scaling) {
    return String.format(
        Locale.ROOT,
        "基准 %.0f 分对应坏好比 1:%.0f，坏好比翻倍减 %.0f 分；WOE = ln(好样本占比 / 坏样本占比)，越高越安全。",
        scaling.basePoints(),
        1 / scaling.baseOdds(),
        scaling.pdo());
  }

  private static String title(Characteristic characteristic) {
    return String.format(
        Locale.ROOT,
        "%s（IV %.3f，系数 %.3f）",
        characteristic.input().name(),
        characteristic.informationValue(),
        characteristic.coefficient());
  }

  private static List<List<String>> rows(
      Scorecard card, Scaling scaling, Characteristic characteristic) {
    long all = characteristic.bins().stream().mapToLong(Bin::rows).sum();
    List<List<String>> rows = new ArrayList<>();
    for (Bin bin : characteristic.bins()) {
      rows.add(
          List.of(
              BinText.zh(characteristic.input(), bin.range()),
              text("%,d", bin.rows()),
              text("%.1f%%", all == 0 ? 0.0 : 100.0 * bin.rows() / all),
              text("%,d", bin.bads()),
              text("%.2f%%", 100 * bin.badRate()),
              text("%.3f", bin.woe()),
              text("%d", Math.round(card.points(scaling, characteristic, bin)))));
    }
    return rows;
  }
}
