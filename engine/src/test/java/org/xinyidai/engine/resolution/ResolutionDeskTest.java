package org.xinyidai.engine.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.Unweighed;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.Validated.Reason;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolutionDeskTest {
  private static final Uscc TRADER = Uscc.fromStem("92431100MA000001");
  private static final Uscc BUILDER = Uscc.fromStem("92431100MA000002");
  private static final Uscc NAMESAKE = Uscc.fromStem("92431100MA000003");
  private static final Uscc LATER = Uscc.fromStem("92431100MA000004");
  private static final String REGISTER =
      "uscc,登记日期,登记事项,企业名称,成立日期,登记状态,行业代码,行政区划代码,主体类型,住所,法定代表人\n"
          + register(TRADER, "永州市鑫源盛贸易有限公司", "冷水滩区梅湾路61号", "张伟")
          + register(BUILDER, "永州市冷水滩区恒泰达建筑工程有限公司", "冷水滩区河西路8号", "李军")
          + register(NAMESAKE, "永州市零陵区恒泰达建筑工程有限公司", "零陵区萍阳路3号", "王芳");
  private static final String BILLS =
      """
      户名,户号,地址,账期,用电量,应缴金额,缴费期限,欠费金额
      鑫源盛貿易（永州）有限責任公司,001,,2024-03,100,61.50,2024-04-20,0
      恒泰达建筑工程有限公司,002,,2024-03,200,123.00,2024-04-20,0
      某某小区居民,003,,2024-03,10,6.15,2024-04-20,0
      鑫源盛贸易有限公司,004,,2024-03,不详,6.15,2024-04-20,0
      """;

  @TempDir private Path folder;
  private Store store;
  private Ingest ingest;
  private ResolutionDesk desk;
  private String batch;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder, StoreOptions.standard());
    ingest = new Ingest(store);
    assertEquals(3, take(MarketRegistration.FEED, REGISTER).counts().accepted());
    Receipt receipt = take(UtilityBill.ELECTRICITY, BILLS);
    batch = receipt.batch().id();
    assertEquals(Map.of(Reason.FIELD_MISSING, 4L), receipt.counts().rejectedByReason());
    desk = new ResolutionDesk(store, Thresholds.DEFAULT, SimulatedNames.PLACES);
  }

  @AfterEach
  void close() {
    desk.close();
    store.close();
  }

  @Test
  void rows_without_a_code_are_filed_queued_or_left_and_all_are_accounted_for() {
    // Line 5 is sure to be the trader's but unreadable: it is filed and refused for its quantity.
    assertEquals(new Round(2, 1, 1), desk.resolve(batch));
    assertEquals(1, bills(TRADER));
    Case filed = new Cases(store).find(batch, 2).orElseThrow();
    assertEquals(Status.FILED_AUTOMATICALLY, filed.status());
    assertTrue(filed.candidates().get(0).evidence().contains("名称一致"));
    Receipt again = new Batches(store).find(filed.filing().batch()).orElseThrow();
    assertTrue(again.batch().source().contains(batch), again.batch().source());
    assertEquals(2, again.counts().received());
    assertEquals(1, again.counts().accepted());
    assertEquals(Map.of(Reason.VALUE_UNREADABLE, 1L), again.counts().rejectedByReason());
  }

  @Test
  void a_second_round_files_nothing_twice() {
    desk.resolve(batch);
    assertEquals(new Round(0, 1, 1), desk.resolve(batch));
    assertEquals(1, bills(TRADER));
  }

  @Test
  void a_person_decides_a_queued_case_and_may_decide_otherwise() {
    desk.resolve(batch);
    Case queued = new Cases(store).list(Status.QUEUED, 10).get(0);
    assertEquals(3, queued.line());
    desk.decide(batch, 3, NAMESAKE, "王审核", "电话核实");
    assertEquals(1, bills(NAMESAKE));
    Instant then = now();
    Case after = desk.decide(batch, 3, BUILDER, "李复核", "户主更正").after();
    assertEquals(0, bills(NAMESAKE));
    assertEquals(1, bills(BUILDER));
    assertEquals(List.of("王审核", "李复核"), after.decisions().stream().map(d -> d.by()).toList());
    Histories histories = new Histories(store);
    assertEquals(
        1,
        histories.knownAt(then, NAMESAKE).of(UtilityBill.ELECTRICITY).size(),
        "what was known then stays known then");
    desk.decide(batch, 3, NAMESAKE, "王审核", "确认原结论");
    assertEquals(1, bills(NAMESAKE));
    assertEquals(0, bills(BUILDER));
    desk.decide(batch, 3, null, "王审核", "非辖区主体");
    assertEquals(0, bills(NAMESAKE));
    assertEquals(Status.DISMISSED, new Cases(store).find(batch, 3).orElseThrow().status());
  }

  @Test
  void what_a_person_recognised_is_filed_by_itself_the_next_time() throws IOException {
    desk.resolve(batch);
    String next = take(UtilityBill.ELECTRICITY, BILLS.replace("2024-03", "2024-04")).batch().id();
    desk.resolve(next);
    assertEquals(Status.UNRESOLVED, new Cases(store).find(next, 4).orElseThrow().status());
    assertEquals(new Round(1, 0, 0), desk.decide(batch, 4, TRADER, "王审核", "员工宿舍").replayed());
    Case known = new Cases(store).find(next, 4).orElseThrow();
    assertEquals(Status.FILED_AUTOMATICALLY, known.status());
    assertEquals(TRADER.value(), known.candidates().get(0).uscc());
    assertTrue(known.candidates().get(0).evidence().contains("户号历史一致"));
  }

  @Test
  void what_a_person_decided_no_machine_overrules() {
    desk.resolve(batch);
    desk.decide(batch, 2, null, "王审核", "已迁出");
    assertEquals(0, bills(TRADER));
    desk.resolve(batch);
    assertEquals(0, bills(TRADER));
  }

  @Test
  void a_decision_is_taken_back_with_all_that_was_filed_because_of_it() throws IOException {
    desk.resolve(batch);
    String next = take(UtilityBill.ELECTRICITY, BILLS.replace("2024-03", "2024-04")).batch().id();
    desk.resolve(next);
    desk.decide(batch, 4, TRADER, "王审核", "员工宿舍");
    assertEquals(4, bills(TRADER), "the trader's own two, the decided one and its like");
    Case after = desk.undo(batch, 4, "李复核", "认错").after();
    assertEquals(Status.UNRESOLVED, after.status());
    assertEquals(2, bills(TRADER));
    assertEquals(Status.UNRESOLVED, new Cases(store).find(next, 4).orElseThrow().status());
    assertEquals(2, after.decisions().size(), "both acts stay in the record");
    assertThrows(IllegalArgumentException.class, () -> desk.undo(batch, 4, "李复核", "再撤"));
    desk.decide(batch, 4, TRADER, "王审核", "再认定");
    assertEquals(4, bills(TRADER), "a fact that was taken back is brought back");
  }

  @Test
  void taking_back_that_a_row_is_nobodys_files_it_again() {
    desk.resolve(batch);
    desk.decide(batch, 2, null, "王审核", "已迁出");
    assertEquals(0, bills(TRADER));
    assertEquals(Status.FILED_AUTOMATICALLY, desk.undo(batch, 2, "李复核", "未迁出").after().status());
    assertEquals(1, bills(TRADER));
  }

  @Test
  void a_delivery_is_looked_after_by_itself_and_again_when_the_register_grows() throws IOException {
    ingest = new Ingest(store, desk);
    String bills = BILLS.replace("2024-03", "2024-04").replace("某某小区居民", "永州市宏图木业有限公司");
    String next = take(UtilityBill.ELECTRICITY, bills).batch().id();
    assertEquals(new Standing(2, 1, 1, 0), desk.cases().standing(next));
    take(
        MarketRegistration.FEED,
        REGISTER.lines().findFirst().orElseThrow()
            + "\n"
            + register(LATER, "永州市宏图木业有限公司", "零陵区萍阳路9号", "赵明"));
    assertEquals(new Standing(3, 1, 0, 0), desk.cases().standing(next));
    assertEquals(1, bills(LATER));
    assertFalse(Unweighed.has(store, batch), "what came before the desk was looked at as well");
  }

  @Test
  void an_old_code_in_the_place_of_the_code_waits_for_the_map_of_codes() throws IOException {
    ingest = new Ingest(store, desk);
    String header = "uscc,户号,账期,用电量,应缴金额,缴费期限,欠费金额\n";
    String rows = header + "431100000012345,009,2024-05,10,6.15,2024-06-20,0\n";
    String next = take(UtilityBill.ELECTRICITY, rows).batch().id();
    assertEquals(new Standing(0, 0, 1, 0), desk.cases().standing(next));
    new CodeMap(store).put(List.of(new CodeMap.Mapping("431100000012345", LATER, "市场监管")));
    assertEquals(1, desk.codesLearnt().filed());
    assertEquals(1, bills(LATER), "also where the register does not know the enterprise");
  }

  @Test
  void a_crash_between_refusing_and_weighing_is_made_good_at_the_next_look() throws IOException {
    assertTrue(Unweighed.has(store, batch));
    assertEquals(new Round(2, 1, 1), desk.catchUp());
    assertFalse(Unweighed.has(store, batch));
    assertEquals(Round.NONE, desk.catchUp());
  }

  @Test
  void an_unknown_case_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> desk.decide(batch, 99, TRADER, "王审核", "-"));
    assertThrows(IllegalArgumentException.class, () -> desk.resolve("none"));
  }

  private long bills(Uscc uscc) {
    return new Histories(store).knownAt(now(), uscc).of(UtilityBill.ELECTRICITY).size();
  }

  private Instant now() {
    return store.execute(changes -> changes.instant());
  }

  private Receipt take(Feed<?> feed, String csv) throws IOException {
    byte[] body = csv.getBytes(UTF_8);
    Delivery delivery = Delivery.ofRequest(feed, "测试", Integer.toString(csv.hashCode()), body);
    return ingest.take(
        delivery, FeedReader.open(feed, new ByteArrayInputStream(body), Format.CSV), Progress.NONE);
  }

  private static String register(Uscc uscc, String name, String address, String owner) {
    return "%s,2015-01-01,设立,%s,2015-01-01,存续,5199,431103,企业,%s,%s%n"
        .formatted(uscc, name, address, owner);
  }
}
