package org.xinyidai.engine.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.print.PdfSeal;
import org.xinyidai.engine.filing.Filings.Finding;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.models.calendar.FilingPeriod;

/** Reports are due, reminded of, filed, corrected and never altered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingTest {
  @TempDir Path folder;
  private SmallMarket market;

  @BeforeEach
  void open() {
    market = new SmallMarket(folder).filled();
  }

  @AfterEach
  void close() {
    market.close();
  }

  @Test
  void a_report_is_kept_with_digest_and_signature_and_either_file_proves_it() {
    market.at("2026-11-04T15:59:00Z");
    Filing filing = market.file("");

    assertEquals("genhe-2023_2026-10_1", filing.id());
    assertEquals("in_time", filing.timeliness(), "a minute before the 5th in China");
    byte[] pdf = market.office.filings().file(filing, FileForm.PDF).orElseThrow();
    assertEquals(Optional.of(filing.publicKey()), PdfSeal.signerOf(pdf));
    for (FileForm form : FileForm.values()) {
      byte[] file = market.office.filings().file(filing, form).orElseThrow();
      assertEquals(Finding.GENUINE, market.office.filings().check(file).finding());
      byte[] altered = file.clone();
      altered[altered.length / 2] ^= 1;
      assertEquals(Finding.UNKNOWN, market.office.filings().check(altered).finding());
    }
    assertEquals(Finding.GENUINE, market.office.filings().check(filing));
  }

  @Test
  void from_the_5th_on_it_is_late() {
    market.at("2026-11-04T16:00:00Z");

    assertEquals("late", market.file("").timeliness());
  }

  @Test
  void a_period_that_has_not_ended_is_not_filed() {
    market.at("2026-10-31T15:59:00Z");

    FilingDesk.Refused refused = assertThrows(FilingDesk.Refused.class, () -> market.file(""));

    assertEquals("period", refused.field());
    assertTrue(refused.zh().contains("尚未结束"), refused.zh());
  }

  @Test
  void a_correction_is_another_version_that_says_what_it_replaces_and_why() {
    market.at("2026-11-03T02:00:00Z");
    Filing first = market.file("");
    assertEquals("reason", assertThrows(FilingDesk.Refused.class, () -> market.file(" ")).field());

    market.at("2026-11-06T02:00:00Z");
    Filing second = market.file("补报一家机构");

    assertEquals(first.id(), second.replaces());
    assertEquals("late", second.timeliness());
    assertEquals(List.of(first, second), market.office.filings().of("genhe-2023", "2026-10"));
    assertEquals(Finding.GENUINE, market.office.filings().check(first), "and stays");
  }

  @Test
  void of_two_that_file_at_once_one_is_told_to_look_first() {
    market.at("2026-11-03T02:00:00Z");
    FilingDesk.Order order = new FilingDesk.Order(market.subject(), market.officer, true, "");
    FilingDesk.Ready a = market.office.desk().prepare(order, market.loans.today());
    FilingDesk.Ready b = market.office.desk().prepare(order, market.loans.today());
    market.platform.store().execute(changes -> market.office.desk().file(changes, a));

    assertThrows(
        FilingDesk.Refused.class,
        () -> market.platform.store().execute(changes -> market.office.desk().file(changes, b)));
  }

  @Test
  void whoever_alters_what_is_kept_is_found_out() {
    market.at("2026-11-03T02:00:00Z");
    Filing filing = market.file("");
    byte[] sheet = market.office.filings().file(filing, FileForm.XLSX).orElseThrow();

    overwrite(("f" + filing.id() + "\0xlsx").getBytes(UTF_8), new byte[] {1});
    assertEquals(Finding.KEPT_ALTERED, market.office.filings().check(sheet).finding());
    overwrite(("f" + filing.id() + "\0xlsx").getBytes(UTF_8), sheet);
    assertEquals(Finding.GENUINE, market.office.filings().check(filing));

    byte[] stub = StoredJson.write(filing);
    String kinder = new String(stub, UTF_8).replace("2026-11-03T", "2026-11-01T");
    assertFalse(Arrays.equals(stub, kinder.getBytes(UTF_8)));
    overwrite(stubKey(), kinder.getBytes(UTF_8));
    assertEquals(Finding.STUB_ALTERED, market.office.filings().check(sheet).finding());
  }

  @Test
  void the_same_version_cannot_be_put_twice() {
    market.at("2026-11-03T02:00:00Z");
    Filing filing = market.file("");

    assertThrows(
        IllegalStateException.class,
        () ->
            market
                .platform
                .store()
                .execute(changes -> market.office.filings().put(changes, filing, Map.of())));
  }

  @Test
  void the_calendar_says_how_each_report_stands_and_the_city_is_reminded_once_a_level() {
    owe("month", "2026-09");
    market.at("2026-10-30T02:00:00Z");
    assertEquals(List.of("2026-09 overdue", "2026-10 running"), states());
    assertEquals(2, remind(), "September is late, October comes near");
    assertEquals(0, remind(), "once");
    market.at("2026-11-04T02:00:00Z");
    assertEquals(List.of("2026-09 overdue", "2026-10 open", "2026-11 running"), states());
    assertEquals(1, remind());
    market.file("");
    assertEquals("2026-10 in_time", states().get(1));
    market.at("2026-11-05T02:00:00Z");
    assertEquals(0, remind(), "what is filed is not reminded of");

    List<String> told =
        new Notices(market.platform.store())
            .page("市融资办", "", 10).stream()
                .filter(held -> held.notice().kind() == Notice.Kind.FILING_REMINDER)
                .map(held -> held.notice().words().zh())
                .toList();
    assertEquals(3, told.size());
    assertTrue(
        told.stream().anyMatch(words -> words.contains("2026年9月月报") && words.contains("逾期")));
  }

  @Test
  void a_duty_that_ends_is_not_owed_any_more() {
    FilingPeriod last = FilingPeriod.parse("2026-09").orElseThrow();
    market
        .platform
        .store()
        .execute(
            changes ->
                market
                    .office
                    .duties()
                    .put(
                        changes,
                        new Duty(
                            "genhe-2023",
                            "month",
                            "2026-08",
                            last.code(),
                            "a",
                            changes.instant())));
    market.at("2026-11-20T02:00:00Z");

    assertEquals(List.of("2026-08 overdue", "2026-09 overdue"), states());
  }

  @Test
  void the_same_data_gives_the_same_bytes() {
    for (FileForm form : FileForm.values()) {
      byte[] one = ReportFile.of(content(), form, Tongue.ZH);
      market.at("2026-11-20T02:00:00Z");
      assertArrayEquals(one, ReportFile.of(content(), form, Tongue.ZH), form.ending());
    }
  }

  private ReportContent content() {
    return market.office.reports().content(market.subject(), true, "");
  }

  private void owe(String kind, String since) {
    market
        .platform
        .store()
        .execute(
            changes ->
                market
                    .office
                    .duties()
                    .put(
                        changes,
                        new Duty("genhe-2023", kind, since, null, "a", changes.instant())));
  }

  private int remind() {
    return market.office.reminders().tend(market.loans.today());
  }

  private List<String> states() {
    return market.office.calendar().entries(market.loans.today()).stream()
        .map(entry -> entry.period() + " " + entry.state().code())
        .toList();
  }

  private byte[] stubKey() {
    return market
        .platform
        .store()
        .read(
            view -> {
              try (Cursor cursor = view.scan(Family.FILINGS, new byte[] {'v'})) {
                assertTrue(cursor.next());
                return cursor.key();
              }
            });
  }

  private void overwrite(byte[] key, byte[] value) {
    market
        .platform
        .store()
        .execute(
            changes -> {
              assertTrue(changes.get(Family.FILINGS, key).isPresent());
              changes.put(Family.FILINGS, key, value);
              return true;
            });
  }
}
