package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.filing.FileForm;
import org.xinyidai.engine.filing.Filing;
import org.xinyidai.engine.filing.FilingDesk;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.filing.ReportSubject;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.FilingPeriod;

/** The office's report, calendar and funnel on the command line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportCommandTest {
  @TempDir Path state;
  @TempDir Path out;

  @BeforeEach
  void open() {
    Platform.open(state, InstantSource.system()).close();
  }

  @Test
  void a_report_is_written_as_its_ending_says_and_twice_the_same() throws IOException {
    Path first = out.resolve("a.xlsx");
    Path second = out.resolve("b.xlsx");
    for (Path file : new Path[] {first, second}) {
      Terminal terminal = report("--as-of", "2026-10-31", "--out", file.toString());
      assertEquals(0, terminal.exitCode(), terminal.err());
      assertTrue(terminal.out().contains("2026年10月") && terminal.out().contains("SM3"));
    }
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    Path pdf = out.resolve("a.pdf");
    assertEquals(0, report("--period", "year", "--out", pdf.toString()).exitCode());
    assertTrue(Files.size(pdf) > 1_000);
  }

  @Test
  void what_cannot_be_made_is_said_in_one_line() {
    Terminal ending = report("--out", out.resolve("a.doc").toString());
    assertTrue(ending.complainsInOneLine() && ending.err().contains(".xlsx or .pdf"));
    Terminal pack = report("--pack", "nowhere");
    assertTrue(pack.complainsInOneLine() && pack.err().contains("genhe-2023"), pack.err());
  }

  @Test
  void a_filed_report_is_verified_and_any_other_file_is_not() throws IOException {
    Path filed = out.resolve("filed.pdf");
    try (Platform platform = Platform.open(state, InstantSource.system())) {
      Office office = OpenOffice.of(platform);
      FilingPeriod period = FilingPeriod.parse("2024-05").orElseThrow();
      ReportSubject subject =
          new ReportSubject(
              office.reports().assessments().pack("genhe-2023").orElseThrow(),
              period,
              period.lastDay(),
              "市融资办",
              "");
      Account account = new Account("1", Role.OFFICE, "经办人", "市融资办");
      FilingDesk.Ready ready =
          office
              .desk()
              .prepare(
                  new FilingDesk.Order(subject, account, true, ""), OpenOffice.today(platform));
      Filing filing = platform.store().execute(changes -> office.desk().file(changes, ready));
      Files.write(filed, office.filings().file(filing, FileForm.PDF).orElseThrow());
    }

    Terminal genuine = Terminal.type("report", "verify", filed.toString(), "--state", at());
    assertEquals(0, genuine.exitCode(), genuine.err());
    assertTrue(genuine.out().contains("genuine") && genuine.out().contains("late"), genuine.out());
    Path other = Files.writeString(out.resolve("other.pdf"), "%PDF-1.5");
    Terminal unknown = Terminal.type("report", "verify", other.toString(), "--state", at());
    assertEquals(1, unknown.exitCode());
    assertTrue(unknown.out().contains("unknown"), unknown.out());
  }

  @Test
  void the_calendar_lists_what_is_owed_and_the_funnel_counts() {
    Terminal nothing = Terminal.type("calendar", "--state", at());
    assertTrue(nothing.out().contains("nothing is owed"), nothing.out());
    Terminal owed =
        Terminal.type("calendar", "--owe", "genhe-2023", "--since", "2026-10", "--state", at());
    assertEquals(0, owed.exitCode(), owed.err());
    assertTrue(owed.out().contains("2026-11-04") || owed.out().contains("calendar"), owed.out());
    Terminal wrong = Terminal.type("calendar", "--owe", "genhe-2023", "--state", at());
    assertTrue(wrong.complainsInOneLine() && wrong.err().contains("--since"), wrong.err());

    Terminal funnel =
        Terminal.type("funnel", "--state", at(), "--out", out.resolve("f.csv").toString());
    assertEquals(0, funnel.exitCode(), funnel.err());
    assertTrue(funnel.out().contains("注册 0 → 实名认证 0"), funnel.out());
    assertTrue(Files.exists(out.resolve("f.csv")));
  }

  private Terminal report(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "report";
    all[1] = "--state";
    all[2] = at();
    System.arraycopy(more, 0, all, 3, more.length);
    return Terminal.type(all);
  }

  private String at() {
    return state.toString();
  }
}
