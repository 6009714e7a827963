package org.xinyidai.engine.creditreport;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.print.Printout;
import org.xinyidai.connectors.print.Printout.Grid;
import org.xinyidai.connectors.print.Printout.Heading;
import org.xinyidai.connectors.print.Printout.Paragraph;
import org.xinyidai.connectors.print.Printout.Part;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.RowTexts;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.Code;

/** Puts a report into words (信用报告正文), in Chinese: it is handed to offices and lenders. */
final class ReportText {
  private static final String UNKNOWN = "登记机关未报送";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ChinaTime.ZONE);

  private final ReportContent content;
  private final CreditReport stub;
  private final List<Part> parts = new ArrayList<>();

  private ReportText(ReportContent content, CreditReport stub) {
    this.content = content;
    this.stub = stub;
  }

  /** The report; sections that the reader may not see are named as such. */
  static Printout of(ReportContent content, CreditReport stub, boolean simulated) {
    ReportText text = new ReportText(content, stub);
    if (simulated) {
      text.say("【模拟数据】本报告所列企业与记录均为模拟生成，不对应任何真实主体。");
    }
    String reader = stub.printedFor().equals(stub.uscc()) ? "本企业" : stub.printedFor();
    text.say("统一社会信用代码 %s　　查询人 %s　　查询事由 %s".formatted(stub.uscc(), reader, stub.purpose()));
    text.section(DataCategory.IDENTITY, "一、登记信息", text::identity);
    text.section(DataCategory.SCORE, "二、信用评分", text::score);
    text.section(DataCategory.FEATURES, "三、数据来源与覆盖", text::coverage);
    text.section(DataCategory.RECORDS, "四、尚在影响期内的负面信息", text::adverse);
    text.notes();
    return new Printout("企业信用报告", "核验码 " + stub.code(), text.parts);
  }

  private void section(DataCategory category, String title, Runnable words) {
    parts.add(new Heading(title));
    if (content.shown().contains(category)) {
      words.run();
    } else {
      say("查询人未获授权查阅此部分（%s）。".formatted(category.titleZh()));
    }
  }

  private void identity() {
    Profile profile = content.profile();
    table(
        List.of(1, 3),
        List.of(),
        List.of(
            List.of("名称", orUnknown(profile.name())),
            List.of("统一社会信用代码", profile.uscc().value()),
            List.of("主体类型", orUnknown(spelled(profile.subjectType()))),
            List.of("登记状态", orUnknown(spelled(profile.status()))),
            List.of("成立日期", orUnknown(profile.foundedOn())),
            List.of("行业代码 (GB/T 4754)", orUnknown(profile.industryCode())),
            List.of("登记机关行政区划", orUnknown(profile.divisionCode()))));
  }

  private void score() {
    StoredScore stored = content.score();
    if (stored == null) {
      say("平台尚无可用的评分模型，未出具评分。");
      return;
    }
    table(
        List.of(1, 1, 1, 2),
        List.of("评分", "等级", "星级", "模型"),
        List.of(
            List.of(
                Integer.toString(stored.score().points()),
                stored.score().grade().name(),
                stored.score().stars() + "星",
                stored.score().modelId())));
    stored.score().reasons().forEach(reason -> say("· " + reason.textZh()));
    if (!stored.touched().isEmpty()) {
      say("有记录正在异议处理中，%d项特征未按争议记录计算或已加注，处理结果作出后重新评分。".formatted(stored.touched().size()));
    }
    say("评分编号 %s，可据此复算。".formatted(stub.scoreId()));
  }

  private void coverage() {
    List<List<String>> rows =
        Feeds.KNOWN.stream().filter(content.history()::has).map(this::coverageOf).toList();
    table(List.of(3, 3, 1, 2, 2), List.of("数据", "数源单位", "条数", "最早", "最近"), rows);
    String without =
        Feeds.KNOWN.stream()
            .filter(feed -> !content.history().has(feed))
            .map(Feed::titleZh)
            .collect(Collectors.joining("、"));
    if (!without.isEmpty()) {
      say("平台尚未归集到该企业以下数据的记录：" + without + "。");
    }
    content
        .disputed()
        .forEach(fact -> say("异议处理中：%s，日期%s。".formatted(fact.feed().titleZh(), fact.day())));
  }

  private List<String> coverageOf(Feed<?> feed) {
    List<? extends SourceRecord> records = content.history().of(feed);
    return List.of(
        feed.titleZh(),
        feed.source(),
        Integer.toString(records.size()),
        records.get(0).day().toString(),
        records.get(records.size() - 1).day().toString());
  }

  private void adverse() {
    if (content.adverse().isEmpty()) {
      say("无。");
      return;
    }
    table(
        List.of(2, 2, 6, 1),
        List.of("类别", "日期", "内容", "异议"),
        content.adverse().stream().map(this::adverseRow).toList());
  }

  private List<String> adverseRow(FactRow row) {
    Feed<?> feed = row.name().feed();
    Map<String, String> texts = RowTexts.of(feed, row.row());
    String words =
        feed.columns().stream()
            .filter(column -> !column.equals(Column.USCC) && texts.containsKey(column.name()))
            .map(
                column ->
                    column.titleZh()
                        + " "
                        + inChinese(column, texts.getOrDefault(column.name(), "")))
            .collect(Collectors.joining("；"));
    boolean disputed = content.disputed().contains(row.name());
    return List.of(feed.titleZh(), row.name().day().toString(), words, disputed ? "处理中" : "");
  }

  /** A code stands first among its spellings, the Chinese one after it. */
  private static String inChinese(Column column, String text) {
    return column.codes().stream()
        .filter(spellings -> spellings.size() > 1 && spellings.get(0).equals(text))
        .map(spellings -> spellings.get(1))
        .findFirst()
        .orElse(text);
  }

  private void notes() {
    parts.add(new Heading("说明"));
    History history = content.history();
    say(
        "本报告反映截至%s、平台于%s（北京时间）已知的情况，出具时间%s。"
            .formatted(
                content.asOf(), MINUTE.format(history.knownAt()), MINUTE.format(stub.issuedAt())));
    say("未归集到的数据按“缺失”处理，不视为零。评分由平台计算，仅供参考，是否授信由金融机构决定。");
    say("企业认为记录有误的，可在平台提出异议，平台自收到之日起20日内答复；可申请由人工复核评分。");
    say("名称等内容中字库未收录的汉字以〔U+统一码编号〕表示，以登记机关登记的字为准。");
    say("核验：在平台“/verify”页面输入核验码，或上传本文件核对电子签名（SM2/SM3）。");
  }

  private void say(String sentence) {
    parts.add(new Paragraph(sentence));
  }

  private void table(List<Integer> widths, List<String> header, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      parts.add(new Grid(widths, header, rows));
    }
  }

  private static @Nullable String spelled(@Nullable Code code) {
    return code == null ? null : code.spellings().get(0);
  }

  private static String orUnknown(@Nullable String text) {
    return Optional.ofNullable(text).orElse(UNKNOWN);
  }

  private static String orUnknown(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : day.toString();
  }
}
