package org.xinyidai.engine.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.connectors.feed.ReadLimits;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.quality.OwedReports.Owed;
import org.xinyidai.engine.quality.OwedReports.State;
import org.xinyidai.engine.quality.QualityDesk.Quality;
import org.xinyidai.engine.quality.QualityReport.Filter;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.quality.CodeOwner;
import org.xinyidai.models.quality.Indicator;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityDeskTest {
  private static final YearMonth APRIL = YearMonth.of(2024, 4);
  private static final YearMonth MAY = YearMonth.of(2024, 5);
  private static final String FIRM = Uscc.fromStem("91431103MA000001").value();
  private static final String TWICE = Uscc.fromStem("91431103MA000002").value();
  private static final String SHOP = Uscc.fromStem("92431103MA000003").value();
  private static final String REGISTER = "uscc,登记日期,登记事项,企业名称,成立日期,登记状态,行业代码,行政区划代码,主体类型\n";

  @TempDir private Path folder;
  private Store store;
  private QualityDesk desk;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder, StoreOptions.small());
    desk = new QualityDesk(store, InstantSource.fixed(Instant.parse("2024-05-05T01:00:00Z")));
    take(
        MarketRegistration.FEED,
        REGISTER
            + firm(FIRM, "2015-01-01", "设立", "企业")
            + firm(TWICE, "2015-01-01", "设立", "企业")
            + firm(TWICE, "2019-09-09", "名称变更", "企业")
            + firm(SHOP, "2015-01-01", "设立", "个体工商户")
            + firm("914311030000000000", "2015-01-01", "设立", "企业")
            + firm("124311030000000000", "2015-01-01", "设立", "企业")
            + firm("A", "2015-01-01", "设立", "企业"),
        "2024-04-03T01:00:00Z");
    take(
        UtilityBill.ELECTRICITY,
        "uscc,账期,户号,用电量,应缴金额,缴费期限,欠费金额\n" + FIRM + ",2024-03,1,1,1,2024-04-20,0\n",
        "2024-04-04T01:00:00Z");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_first_digit_of_a_wrong_code_names_who_owns_it() {
    Quality april = desk.month(APRIL, Filter.NONE);
    assertEquals(
        Map.of(CodeOwner.STAFFING, 1L, CodeOwner.MARKET_REGULATION, 1L), april.wrongCodes());
    assertEquals(1, april.otherCodes());
    assertEquals(Map.of(), desk.month(APRIL, new Filter("electricity", "", "")).wrongCodes());
  }

  @Test
  void the_register_is_counted_out_of_the_store() {
    List<Indicator> indicators = desk.month(APRIL, Filter.NONE).indicators();
    // Two firms, of one of which a bill is known; one code given twice and three refused.
    assertEquals("1/2", indicators.get(5).known().orElseThrow().toString());
    assertEquals("2/3", indicators.get(7).known().orElseThrow().toString());
    assertTrue(desk.month(APRIL, new Filter("electricity", "", "")).indicators().isEmpty());
  }

  @Test
  void a_source_that_reported_last_month_and_not_this_one_owes_it_after_the_fourth() {
    assertEquals(
        List.of(new Owed("electricity", "供电公司", State.MISSING, APRIL)),
        desk.month(MAY, Filter.NONE).owed());
    assertEquals(
        State.PENDING, OwedReports.of(new Ledger(store), MAY, MAY.atDay(4)).get(0).state());
    assertEquals(List.of(), desk.month(APRIL, Filter.NONE).owed());
    assertEquals(List.of(), desk.month(YearMonth.of(2024, 9), Filter.NONE).owed());
  }

  @Test
  void what_came_wholly_behind_its_deadline_is_late() throws IOException {
    take(
        UtilityBill.ELECTRICITY,
        "uscc,账期,户号,用电量,应缴金额,缴费期限,欠费金额\n" + FIRM + ",2024-04,1,1,1,2024-05-20,0\n",
        "2024-05-05T01:00:00Z");
    assertEquals(State.LATE, desk.month(MAY, Filter.NONE).owed().get(0).state());
  }

  @Test
  void a_figure_holds_until_another_is_entered_and_all_stay() throws IOException {
    enter("month,name,value\n2024-04,market_subjects,4\n");
    Indicator bills = desk.month(APRIL, Filter.NONE).indicators().get(3);
    assertEquals("1/4", bills.known().orElseThrow().toString());
    assertEquals("1/2", bills.earned().orElseThrow().toString());
    enter("month,name,value\n2024-04,market_subjects,1\n");
    assertEquals(
        "2", desk.month(APRIL, Filter.NONE).indicators().get(3).earned().orElseThrow().toString());
    enter("month,name,value\n2024-04,market_subjects,\n");
    assertTrue(desk.month(APRIL, Filter.NONE).indicators().get(3).earned().isEmpty());
    assertEquals(3, desk.figures().history(APRIL).size());
    assertEquals("王填报", desk.figures().history(APRIL).get(0).by());
  }

  @Test
  void what_is_due_of_a_feed_is_the_sum_of_its_parts_unless_told_whole() throws IOException {
    enter(
        """
        month,name,feed,source,district,value
        2024-04,due,electricity,供电公司,431103,2
        2024-04,due,electricity,供水公司,,3
        2024-04,due,electricity,供电公司,431102,1
        """);
    assertEquals(6, due());
    enter("month,name,feed,value\n2024-04,due,electricity,10\n");
    assertEquals(10, due());
  }

  @Test
  void a_file_with_a_fault_is_taken_not_at_all_and_the_fault_is_named() {
    for (String row :
        List.of(
            "2024-4,due,electricity,1",
            "2024-04,dues,electricity,1",
            "2024-04,due,elec,1",
            "2024-04,population,electricity,1",
            "2024-04,due,electricity,-1")) {
      UnreadableFile refused =
          assertThrows(
              UnreadableFile.class,
              () -> enter("month,name,feed,value\n2024-04,due,electricity,1\n" + row + "\n"));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("第3行"), refused.getMessage());
    }
    assertEquals(List.of(), desk.figures().history(APRIL));
  }

  private long due() {
    return desk.month(APRIL, Filter.NONE).report().lines().stream()
        .filter(line -> line.feed().equals("electricity"))
        .filter(line -> line.district().equals(QualityReport.ALL))
        .findFirst()
        .orElseThrow()
        .counts()
        .due();
  }

  private void enter(String csv) throws IOException {
    desk.figures()
        .enter(
            FigureFile.read(new ByteArrayInputStream(csv.getBytes(UTF_8)), ReadLimits.DEFAULT),
            "王填报");
  }

  private void take(Feed<?> feed, String csv, String at) throws IOException {
    byte[] body = csv.getBytes(UTF_8);
    Delivery request = Delivery.ofRequest(feed, "供电公司", at, body);
    Delivery dated =
        new Delivery(feed, "供电公司", request.batchId(), 1, request.content(), Instant.parse(at));
    new Ingest(store)
        .take(
            dated,
            FeedReader.open(feed, new ByteArrayInputStream(body), Format.CSV),
            Progress.NONE);
  }

  private static String firm(String uscc, String founded, String change, String type) {
    return "%s,2024-03-01,%s,某某公司,%s,存续,5199,431103,%s\n".formatted(uscc, change, founded, type);
  }
}
