package org.xinyidai.engine.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.quality.QualityReport.Filter;
import org.xinyidai.engine.quality.QualityReport.Line;
import org.xinyidai.engine.resolution.ResolutionDesk;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityReportTest {
  private static final YearMonth APRIL = YearMonth.of(2024, 4);
  private static final Uscc TRADER = Uscc.fromStem("92431103MA000001");
  private static final Uscc BUILDER = Uscc.fromStem("92431102MA000002");
  private static final Instant FOURTH = Instant.parse("2024-04-04T12:00:00Z");
  private static final Instant FIFTH = Instant.parse("2024-04-05T12:00:00Z");

  @TempDir private Path folder;
  private Store store;
  private Ingest ingest;

  @BeforeEach
  void open() {
    store = Store.open(folder, StoreOptions.small());
    ingest = new Ingest(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void every_row_is_counted_once_in_its_cell_and_the_rates_follow() throws IOException {
    String bills =
        "uscc,账期,户号,用电量,应缴金额,缴费期限,欠费金额,户名%n%s%s%s%s%s"
            .formatted(
                bill(TRADER.value(), "2024-03", "1", "100"),
                bill(TRADER.value(), "2024-02", "1", "100"),
                bill(BUILDER.value(), "2024-03", "2", "100"),
                bill(BUILDER.value(), "2024-03", "2", "100"),
                bill("", "2024-03", "3", "100"));
    Receipt receipt = take(UtilityBill.ELECTRICITY, bills, FOURTH);
    take(
        UtilityBill.ELECTRICITY,
        "uscc,账期,户号,用电量,应缴金额,缴费期限,欠费金额%n%s"
            .formatted(bill(BUILDER.value(), "2024-03", "2", "90").replace(",某户", "")),
        FIFTH);
    assertEquals(5, receipt.counts().received());

    Figures figures = new Figures(store);
    enter(figures, "due", "electricity", 8L);
    QualityReport report = report(figures);
    assertEquals(
        List.of("000000", "431102", "431103", "合计", "合计"),
        report.lines().stream().map(Line::district).toList());
    // The builder's bill, its repeat, and its correction a day late.
    assertEquals(new Tally(3, 2, 1, 1, 0, 2, 0, 0), report.lines().get(1).tally());
    // The trader's bill of March in time, that of February a month late.
    assertEquals(new Tally(2, 2, 0, 0, 0, 1, 0, 0), report.lines().get(2).tally());
    Line all = report.lines().get(3);
    assertEquals(new Tally(6, 4, 1, 1, 1, 3, 0, 1), all.tally());
    assertEquals("3/4", all.counts().reportRate().orElseThrow().toString());
    assertEquals("5/6", all.counts().conformingRate().orElseThrow().toString());
    assertEquals("1/2", all.counts().timelyRate().orElseThrow().toString());
    assertEquals("1/3", all.counts().repeatAndErrorRate().orElseThrow().toString());
    assertEquals("未达标", QualityTables.lines(report).rows().get(3).get(22));
  }

  @Test
  void a_row_that_finds_its_enterprise_later_raises_the_load_rate_of_its_own_month()
      throws IOException {
    take(
        MarketRegistration.FEED,
        "uscc,登记日期,登记事项,企业名称,成立日期,登记状态,行业代码,行政区划代码,主体类型%n".formatted()
            + TRADER
            + ",2015-01-01,设立,某某电器销售有限公司,2015-01-01,存续,5199,431103,企业\n",
        FOURTH);
    String bills = "户名,账期,户号,用电量,应缴金额,缴费期限,欠费金额\n某某电器销售有限公司,2024-03,1,100,61.50,2024-04-20,0\n";
    String batch = take(UtilityBill.ELECTRICITY, bills, FOURTH).batch().id();
    assertEquals("0", loadRate());
    try (ResolutionDesk desk = new ResolutionDesk(store, Thresholds.DEFAULT)) {
      assertEquals(1, desk.resolve(batch).filed());
    }
    assertEquals("1", loadRate());
  }

  @Test
  void a_month_without_reports_has_one_line_and_no_rates() {
    QualityReport report = report(new Figures(store));
    assertEquals(1, report.lines().size());
    assertEquals("未知", QualityTables.lines(report).rows().get(0).get(17));
  }

  @Test
  void sources_and_districts_can_be_asked_for_alone() throws IOException {
    String header = "uscc,账期,户号,用电量,应缴金额,缴费期限,欠费金额%n";
    String two =
        bill(TRADER.value(), "2024-03", "1", "1") + bill(BUILDER.value(), "2024-03", "2", "1");
    take(UtilityBill.ELECTRICITY, (header + two.replace(",某户", "")).formatted(), FOURTH);
    QualityReport one =
        QualityReport.of(
            APRIL, new Ledger(store), MonthFigures.NONE, new Filter("", "供电公司", "431103"));
    assertEquals(1, one.lines().get(0).counts().reported());
    assertEquals(3, one.lines().size());
    Filter other = new Filter("", "供水公司", "");
    assertEquals(
        1, QualityReport.of(APRIL, new Ledger(store), MonthFigures.NONE, other).lines().size());
  }

  private QualityReport report(Figures figures) {
    return QualityReport.of(APRIL, new Ledger(store), figures.month(APRIL), Filter.NONE);
  }

  private static void enter(Figures figures, String name, String feed, long value) {
    FigureFile.Told told =
        new FigureFile.Told("2024-04", name, feed, "", "", Long.toString(value), "台账");
    figures.enter(List.of(requireNonNull(FigureFile.check(told).draft())), "王填报");
  }

  private String loadRate() {
    return report(new Figures(store)).lines().stream()
        .filter(line -> line.feed().equals("electricity") && line.source().equals("合计"))
        .findFirst()
        .orElseThrow()
        .counts()
        .loadRate()
        .orElseThrow()
        .toString();
  }

  private Receipt take(Feed<?> feed, String csv, Instant at) throws IOException {
    byte[] body = csv.getBytes(UTF_8);
    Delivery request = Delivery.ofRequest(feed, "供电公司", csv.length() + "", body);
    Delivery dated = new Delivery(feed, "供电公司", request.batchId(), 1, request.content(), at);
    return ingest.take(
        dated, FeedReader.open(feed, new ByteArrayInputStream(body), Format.CSV), Progress.NONE);
  }

  private static String bill(String uscc, String month, String account, String quantity) {
    return "%s,%s,%s,%s,61.50,2024-04-20,0,某户%n".formatted(uscc, month, account, quantity);
  }
}
