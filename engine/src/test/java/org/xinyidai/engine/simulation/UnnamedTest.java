package org.xinyidai.engine.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.Validated.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnnamedTest {
  private static final YearMonth FIRST = YearMonth.of(2024, 1);

  private static Delivery electricity(Trouble trouble) {
    return SimulatedCity.of(4, 400, FIRST, 3)
        .with(trouble)
        .delivery(UtilityBill.ELECTRICITY, FIRST.plusMonths(2));
  }

  @Test
  void rows_of_a_utility_name_their_customer_where_they_lack_its_code() {
    Delivery delivery = electricity(Trouble.ONE_MONTH);
    Tally tally = delivery.tally();
    assertTrue(tally.unnamed() > tally.rows() * 0.1, tally.toString());
    assertTrue(tally.rejected().get(Reason.FIELD_MISSING) >= tally.unnamed());
    String text = new String(delivery.bytes(), UTF_8);
    assertTrue(text.contains("户名"));
    long without = text.lines().filter(line -> line.startsWith(",")).count();
    assertTrue(without >= tally.unnamed(), without + " of " + tally);
  }

  @Test
  void a_city_without_such_rows_has_no_such_columns() {
    Delivery delivery = electricity(Trouble.USUAL);
    assertEquals(0, delivery.tally().unnamed());
    assertTrue(!new String(delivery.bytes(), UTF_8).contains("户名"));
  }

  @Test
  void in_one_month_alone_a_correction_follows_at_once() {
    Tally tally = electricity(new Trouble(0, 0, 0, 0, 0.5, 0, 0, 0, Trouble.AtOnce.ALWAYS)).tally();
    assertEquals(tally.rows(), tally.accepted());
    assertTrue(tally.corrected() > tally.rows() / 4, tally.toString());
  }
}
