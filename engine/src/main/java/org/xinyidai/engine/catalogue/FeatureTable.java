package org.xinyidai.engine.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.report.ReportTable;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.distribution.DriftReport;
import org.xinyidai.models.distribution.Episode;
import org.xinyidai.models.distribution.FeatureStatus;
import org.xinyidai.models.distribution.Movement;
import org.xinyidai.models.distribution.Movement.Part;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.record.Feeds;

/** The catalogue and its drift as tables for people (特征目录报表、漂移报表). */
public final class FeatureTable {
  private static final MathContext DIGITS = new MathContext(4);
  private static final double[] QUANTILES = {0.01, 0.25, 0.5, 0.75, 0.99};

  private static final List<String> COLUMNS =
      List.of(
          "特征", "名称", "单位", "窗口（月）", "数据目录", "缺失规则", "企业数", "有值率", "缺数据目录", "历史过短", "分母为零", "最小",
          "1%", "25%", "50%", "75%", "99%", "最大", "平均时效（天）", "最旧（天）", "PSI", "稳定性");

  private static final List<String> PARTS =
      List.of("快照日", "特征", "名称", "全市PSI", "行政区划", "贡献", "本区PSI", "是否漂移");

  private FeatureTable() {}

  /** A line for each feature. */
  public static ReportTable of(List<FeatureStatus> statuses) {
    List<List<Object>> rows = new ArrayList<>();
    statuses.forEach(status -> rows.add(row(status)));
    return new ReportTable("特征目录", COLUMNS, rows);
  }

  /** A line for each feature, month and district. */
  public static ReportTable of(DriftReport report) {
    List<List<Object>> rows = new ArrayList<>();
    for (Movement movement : report.movements()) {
      FeatureDefinition feature = report.schema().features().get(movement.feature());
      for (Part part : movement.parts()) {
        rows.add(
            List.of(
                movement.asOf().toString(),
                feature.name(),
                feature.titleZh(),
                number(movement.stability()),
                part.district(),
                number(part.contribution()),
                number(part.stability()),
                part.moved() ? "漂移" : ""));
      }
    }
    return new ReportTable("特征漂移", PARTS, rows);
  }

  /** An episode in a sentence. */
  public static String sentence(Episode episode) {
    List<String> feeds =
        episode.feeds().stream()
            .map(id -> Feeds.byId(id).map(feed -> feed.titleZh()).orElse(id) + "（" + id + "）")
            .toList();
    return "%s 起，%s，%s：%d 个特征漂移，最大 PSI %s，如 %s"
        .formatted(
            episode.since(),
            episode.district().equals(Episode.EVERYWHERE) ? "全市" : episode.district(),
            String.join("、", feeds),
            episode.features().size(),
            number(episode.stability()),
            episode.features().get(0));
  }

  private static List<Object> row(FeatureStatus status) {
    FeatureDefinition feature = status.feature();
    Distribution spread = status.distribution();
    List<Object> row = new ArrayList<>();
    row.add(feature.name());
    row.add(feature.titleZh());
    row.add(feature.unit().titleZh());
    row.add(feature.windowMonths());
    row.add(String.join(" ", feature.feeds().stream().map(feed -> feed.id()).toList()));
    row.add(feature.missingRule());
    row.add(spread.total());
    row.add(number(spread.coverage()));
    row.add(spread.missing(MissingReason.FEED_ABSENT));
    row.add(spread.missing(MissingReason.HISTORY_TOO_SHORT));
    row.add(spread.missing(MissingReason.DENOMINATOR_ZERO));
    row.add(number(spread.least()));
    for (double share : QUANTILES) {
      row.add(number(spread.quantile(share)));
    }
    row.add(number(spread.greatest()));
    row.add(number(spread.meanAgeDays(status.asOf())));
    row.add(spread.oldestAgeDays(status.asOf()));
    row.add(status.stability().isPresent() ? number(status.stability().getAsDouble()) : "");
    row.add(status.level().map(level -> level.titleZh()).orElse(""));
    return row;
  }

  /** Four digits; empty text where there is no number. */
  private static Object number(double value) {
    return Double.isFinite(value) ? rounded(value) : "";
  }

  private static BigDecimal rounded(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
