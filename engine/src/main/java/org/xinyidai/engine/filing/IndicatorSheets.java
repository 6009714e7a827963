package org.xinyidai.engine.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.connectors.report.Cell;
import org.xinyidai.connectors.report.CellFormat;
import org.xinyidai.connectors.report.ReportSheet;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.FigureValue;
import org.xinyidai.models.uptake.Gap;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.Measure;
import org.xinyidai.models.uptake.PointsFormula;
import org.xinyidai.models.uptake.Target;
import org.xinyidai.models.uptake.TargetItem;

/** What the assessment fills (指标页): items, figures entered by hand, districts side by side. */
final class IndicatorSheets {
  /** Digits behind the point of a share in the file: far beyond what is shown. */
  private static final int SHARE_SCALE = 10;

  private static final int POINTS_SCALE = 6;

  private final ReportContent content;
  private final Tongue tongue;

  IndicatorSheets(ReportContent content, Tongue tongue) {
    this.content = content;
    this.tongue = tongue;
  }

  ReportSheet items() {
    List<List<Cell>> rows = new ArrayList<>();
    content.assessment().items().forEach(result -> rows.add(row(result)));
    return new ReportSheet(
        tongue.of("指标", "Indicators"),
        titles(
            "编号",
            "No",
            "指标",
            "Indicator",
            "类型",
            "Kind",
            "数值",
            "Value",
            "目标",
            "Target",
            "达标情况",
            "Verdict",
            "差距",
            "Gap",
            "得分",
            "Points",
            "满分",
            "Most",
            "上期",
            "Before",
            "数据来源",
            "Origin",
            "出处",
            "Source"),
        List.of(2, 4, 1, 1, 2, 1, 3, 1, 1, 1, 1, 3),
        rows);
  }

  private List<Cell> row(ItemResult result) {
    TargetItem item = result.item();
    return List.of(
        Cell.of(item.id()),
        Cell.of(name(item)),
        Cell.of(tongue.of(item.period().titleZh(), item.period().id())),
        result.known().map(value -> value(item, value)).orElse(Cell.EMPTY),
        Cell.of(target(item)),
        Cell.of(tongue.of(result.verdict().titleZh(), result.verdict().id())),
        Cell.of(result.lacking().map(this::gap).orElse("")),
        result.earned().map(IndicatorSheets::points).orElse(Cell.EMPTY),
        item.scoring().map(PointsFormula::most).map(IndicatorSheets::points).orElse(Cell.EMPTY),
        result.earlier().map(value -> value(item, value)).orElse(Cell.EMPTY),
        Cell.of(tongue.of(result.source().titleZh(), result.source().id())),
        Cell.of(item.citation().item()));
  }

  /** A share as percent; one that may pass the whole, as records for each inhabitant, as it is. */
  static Cell value(TargetItem item, Ratio value) {
    if (item.measure() instanceof Measure.Count) {
      return Cell.of(value.toDecimal(0), CellFormat.COUNT);
    }
    boolean percent = value.compareTo(Ratio.ONE) <= 0;
    return Cell.of(value.toDecimal(SHARE_SCALE), percent ? CellFormat.PERCENT : CellFormat.DECIMAL);
  }

  private static Cell value(TargetItem item, Optional<ItemResult> result) {
    return result.flatMap(ItemResult::known).map(known -> value(item, known)).orElse(Cell.EMPTY);
  }

  private static Cell points(Ratio points) {
    return Cell.of(points.toDecimal(POINTS_SCALE), CellFormat.POINTS);
  }

  private String target(TargetItem item) {
    if (tongue == Tongue.ZH) {
      return item.targetZh();
    }
    return item.wanted()
        .map(
            target ->
                target instanceof Target.Bound set
                    ? set.comparison().sign() + " " + item.shown(set.bound())
                    : "rising")
        .orElse("");
  }

  private String gap(Gap gap) {
    return tongue == Tongue.ZH
        ? gap.titleZh()
        : (gap.more() ? "%d more: %s" : "%d fewer: %s")
            .formatted(gap.count(), gap.figure().nameEn());
  }

  /** Every figure that somebody entered, with who, when and on what it rests. */
  ReportSheet entered() {
    Map<String, FigureValue> entered = new LinkedHashMap<>();
    Map<String, Figure> missing = new LinkedHashMap<>();
    for (ItemResult result : content.assessment().items()) {
      for (FigureValue input : result.inputs()) {
        if (input.entered().isPresent()) {
          entered.put(input.figure().id(), input);
        }
      }
      result.missing().forEach(figure -> missing.put(figure.id(), figure));
    }
    List<List<Cell>> rows = new ArrayList<>();
    entered.values().forEach(value -> rows.add(row(value)));
    for (Figure figure : missing.values()) {
      String due = tongue.of("未填报", "not told");
      rows.add(
          List.of(
              Cell.of(name(figure)),
              Cell.EMPTY,
              Cell.of(figure.origin() == Figure.Origin.HAND ? due : tongue.of("平台无数据", "no data")),
              Cell.EMPTY,
              Cell.EMPTY,
              Cell.EMPTY));
    }
    return new ReportSheet(
        tongue.of("人工填报", "Entered by hand"),
        titles(
            "统计数",
            "Figure",
            "数值",
            "Value",
            "标注",
            "Mark",
            "起始日",
            "From",
            "填报人",
            "By",
            "依据",
            "Evidence"),
        List.of(3, 1, 1, 1, 1, 3),
        rows);
  }

  private List<Cell> row(FigureValue value) {
    FigureValue.Entry entry = value.entered().orElseThrow();
    return List.of(
        Cell.of(name(value.figure())),
        value.known().map(Cell::count).orElse(Cell.EMPTY),
        Cell.of(tongue.of("人工填报", "by hand")),
        Cell.of(entry.day().toString()),
        Cell.of(entry.by()),
        Cell.of(entry.evidence()));
  }

  /** A row for each district, a column for each item. */
  ReportSheet districts() {
    List<String> columns = new ArrayList<>(titles("区县", "District"));
    List<TargetItem> items =
        content.assessment().pack().items().stream()
            .filter(
                item ->
                    content.districts().values().stream().anyMatch(d -> d.containsKey(item.id())))
            .toList();
    items.forEach(item -> columns.add(name(item)));
    List<List<Cell>> rows = new ArrayList<>();
    content
        .districts()
        .forEach(
            (district, results) -> {
              List<Cell> row = new ArrayList<>(List.of(Cell.of(district)));
              items.forEach(
                  item -> row.add(value(item, Optional.ofNullable(results.get(item.id())))));
              rows.add(row);
            });
    return ReportSheet.of(tongue.of("区县对比", "Districts"), columns, rows);
  }

  private String name(TargetItem item) {
    return tongue.of(item.name().zh(), item.name().en());
  }

  private String name(Figure figure) {
    return tongue.of(figure.nameZh(), figure.nameEn());
  }

  /** Titles in pairs, Chinese first. */
  private List<String> titles(String... pairs) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      titles.add(tongue.of(pairs[i], pairs[i + 1]));
    }
    return titles;
  }
}
