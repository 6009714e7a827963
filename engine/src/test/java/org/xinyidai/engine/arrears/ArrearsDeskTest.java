package org.xinyidai.engine.arrears;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.arrears.ArrearsDesk.Sending;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;

/**
 * Reminder, notice, circular: five working days apart, each once, and no more when it is mended.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrearsDeskTest {
  private static final Instant NOW = Instant.parse("2024-07-08T02:00:00Z");

  /** A Monday behind the 4th. */
  private static final LocalDate DAY = LocalDate.of(2024, 7, 8);

  @TempDir Path folder;
  private Platform platform;
  private ArrearsDesk desk;

  @BeforeEach
  void open() {
    platform = Platform.open(folder, () -> NOW);
    Accounts accounts = new Accounts(platform.store(), new SecureRandom());
    desk = ArrearsDesk.of(platform, Loans.of(platform, accounts), accounts);
    report(YearMonth.of(2024, 6));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void a_source_that_reported_last_month_and_is_silent_now_hears_three_times() {
    assertEquals(List.of(), desk.list(DAY.minusDays(4)), "the 4th is still in time");
    assertEquals(List.of(ArrearsLevel.REMINDER), sent(DAY));
    assertEquals(List.of(), sent(DAY.plusDays(6)), "five working days have not passed");
    assertEquals(List.of(ArrearsLevel.NOTICE), sent(DAY.plusDays(7)));
    assertEquals(List.of(ArrearsLevel.CIRCULAR), sent(DAY.plusDays(14)));
    assertEquals(List.of(), sent(DAY.plusDays(22)), "there is nothing louder");
    assertEquals(3, platform.notices().page("供水公司", "", 10).size());
    assertEquals(ArrearsRule.SOURCE_MISSING, desk.list(DAY).get(0).matter().rule());
  }

  @Test
  void who_has_reported_meanwhile_hears_no_more() {
    sent(DAY);
    report(YearMonth.of(2024, 7));
    assertEquals(List.of(), sent(DAY.plusDays(7)));
  }

  private void report(YearMonth month) {
    Cell cell = new Cell(month, "water", "供水公司", "350100");
    platform
        .store()
        .execute(
            changes -> {
              Ledger.add(changes, Map.of(cell, new Tally(100, 100, 0, 0, 0, 100, 0, 0)));
              return cell;
            });
  }

  private List<ArrearsLevel> sent(LocalDate day) {
    return desk.send(new Sending(Set.of(), "市融资办", "", day)).stream()
        .map(ArrearsNotice::level)
        .toList();
  }
}
