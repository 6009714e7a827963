package org.xinyidai.engine.filing;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.report.Cell;
import org.xinyidai.connectors.report.CellFormat;
import org.xinyidai.connectors.report.ReportSheet;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.uptake.Verdict;

/** The cover (封面): what is reported by whom, by which document, and what must be known of it. */
final class CoverSheet {
  private static final int SCALE = 6;

  private final Tongue tongue;
  private final List<List<Cell>> rows = new ArrayList<>();

  private CoverSheet(Tongue tongue) {
    this.tongue = tongue;
  }

  static ReportSheet of(ReportContent content, Tongue tongue) {
    CoverSheet cover = new CoverSheet(tongue);
    cover.fill(content);
    return new ReportSheet(
        tongue.of("封面", "Cover"),
        List.of(tongue.of("项目", "Item"), tongue.of("内容", "Content")),
        List.of(1, 4),
        cover.rows);
  }

  private void fill(ReportContent content) {
    ReportSubject subject = content.subject();
    TargetPack pack = subject.pack();
    if (content.simulated()) {
      add("声明", "Notice", tongue.of("【模拟数据】所列企业与记录均为模拟生成", "Simulated: all of it is invented"));
    }
    add("报送期", "Period", tongue.of(subject.period().titleZh(), subject.period().code()));
    add("截至日", "As of", subject.asOf().toString());
    add("报送单位", "Office", subject.office());
    if (!subject.district().isEmpty()) {
      add("范围", "District", subject.district());
    }
    add("考核方案", "Targets", tongue.of(pack.name().zh(), pack.name().en()) + " (" + pack.id() + ")");
    add("依据文件", "Document", pack.document());
    add("文件日期", "Dated", pack.dated().toString());
    points(content.assessment());
    if (!content.correction().isEmpty()) {
      add("更正", "Correction", content.correction());
    }
    content.versions().forEach((name, version) -> add("数据版本 " + name, "Version " + name, version));
    pack.notes().forEach(note -> add("来源文件已知问题", "Known defect of the source", note));
    for (ItemResult result : content.assessment().items()) {
      String name = tongue.of(result.item().name().zh(), result.item().name().en());
      result.item().notes().forEach(note -> add("指标说明 " + name, "Note on " + name, note));
    }
    add(
        "说明",
        "Reading",
        tongue.of(
            "未知的数值留空，不作零；人工填报的数值单列一页并注明；漏斗按户计数，各环节分别统计。",
            "What is not known is empty, never zero; what was entered by hand has its own sheet;"
                + " the funnel counts enterprises, each stage for itself."));
  }

  private void points(Assessment assessment) {
    if (assessment.pack().items().stream().anyMatch(item -> item.scoring().isPresent())) {
      add("已知得分", "Points known", Cell.of(assessment.points().toDecimal(SCALE), CellFormat.POINTS));
      add(
          "可计分项满分",
          "Most of the items known",
          Cell.of(assessment.known().toDecimal(SCALE), CellFormat.POINTS));
      add(
          "方案满分",
          "Most of all items",
          Cell.of(assessment.pack().most().toDecimal(SCALE), CellFormat.POINTS));
    }
    for (Verdict verdict : Verdict.values()) {
      long count = assessment.items().stream().filter(one -> one.verdict() == verdict).count();
      if (count > 0) {
        add(verdict.titleZh() + "指标数", "Items: " + verdict.id(), Cell.count(count));
      }
    }
  }

  private void add(String zh, String en, String content) {
    add(zh, en, Cell.of(content));
  }

  private void add(String zh, String en, Cell content) {
    rows.add(List.of(Cell.of(tongue.of(zh, en)), content));
  }
}
