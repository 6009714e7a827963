package org.xinyidai.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.VatInvoice;

/**
 * The invoices of a city as dense as the real set, measured as that was. The expected figures are
 * those of the data set cumcm2020c, all 425 enterprises.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceShapeTest {
  private static final InvoiceShape OUTPUT = new InvoiceShape();
  private static final InvoiceShape INPUT = new InvoiceShape();

  @BeforeAll
  static void take_the_invoices_of_two_years_in() throws IOException {
    SimulatedCity city =
        SimulatedCity.of(1, 200, YearMonth.of(2023, 1), 24).withVolume(1).with(Trouble.NONE);
    Intake intake = new Intake(InvoiceShapeTest::measure);
    for (Delivery delivery : city.deliveries().toList()) {
      if (isInvoices(delivery.feed())) {
        intake.take(delivery);
      }
    }
  }

  @Test
  void amounts_are_lognormal_as_real_ones() {
    assertEquals(10.10, OUTPUT.amountLog(), 0.35);
    assertEquals(1.49, OUTPUT.amountLogBetween(), 0.30);
    assertEquals(0.95, OUTPUT.amountLogWithin(), 0.15);
    assertEquals(7.36, INPUT.amountLog(), 0.35);
    assertEquals(1.37, INPUT.amountLogBetween(), 0.30);
    assertEquals(2.02, INPUT.amountLogWithin(), 0.25);
  }

  @Test
  void many_invoices_stand_just_below_the_usual_cap() {
    assertEquals(0.211, OUTPUT.shareBelowCap(), 0.06);
    assertEquals(0.069, INPUT.shareBelowCap(), 0.03);
  }

  @Test
  void months_hold_as_many_invoices_as_real_ones() {
    assertEquals(2.46, OUTPUT.countLog(), 0.3);
    assertEquals(1.20, OUTPUT.countLogBetween(), 0.3);
    assertEquals(0.77, OUTPUT.countLogWithin(), 0.15);
    assertEquals(2.43, INPUT.countLog(), 0.3);
    assertEquals(1.47, INPUT.countLogBetween(), 0.3);
    assertEquals(0.76, INPUT.countLogWithin(), 0.15);
  }

  @Test
  void some_months_are_silent() {
    assertEquals(0.83, OUTPUT.activeShare(), 0.08);
    assertEquals(0.85, INPUT.activeShare(), 0.08);
    assertEquals(0.165, OUTPUT.silentShare(YearMonth.of(2024, 12)), 0.10);
  }

  @Test
  void february_dips_with_the_spring_festival() {
    assertEquals(0.62, OUTPUT.february(2023), 0.14);
    assertEquals(0.65, INPUT.february(2023), 0.14);
  }

  @Test
  void void_red_and_untaxed_invoices_are_as_common_as_real_ones() {
    assertEquals(0.079, OUTPUT.voidShare(), 0.02);
    assertEquals(0.041, INPUT.voidShare(), 0.012);
    assertEquals(0.018, OUTPUT.redShare(), 0.008);
    assertEquals(0.009, INPUT.redShare(), 0.005);
    assertEquals(0.040, OUTPUT.zeroTaxShare(), 0.025);
    assertEquals(0.032, INPUT.zeroTaxShare(), 0.015);
  }

  @Test
  void partners_fall_off_by_rank_as_real_ones() {
    assertEquals(1.07, OUTPUT.zipfExponent(), 0.15);
    assertEquals(1.08, INPUT.zipfExponent(), 0.15);
  }

  private static void measure(Feed<?> feed, Row row) {
    (feed.equals(VatInvoice.OUTPUT) ? OUTPUT : INPUT).add((VatInvoice) feed.read(row));
  }

  private static boolean isInvoices(Feed<?> feed) {
    return feed.equals(VatInvoice.OUTPUT) || feed.equals(VatInvoice.INPUT);
  }
}
