package org.xinyidai.engine.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Logistics;
import org.xinyidai.models.record.TaxDeclaration;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.record.VatInvoice;

/** Offices send their files in different forms, as real ones do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileFormTest {
  private static final SimulatedCity CITY =
      SimulatedCity.of(5, 400, YearMonth.of(2024, 1), 2).with(new Trouble(0, 0, 0, 0, 0, 0.5, 0));

  @Test
  void the_power_company_begins_with_a_byte_order_mark() {
    byte[] file = file(UtilityBill.ELECTRICITY);
    assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(file, 3));
  }

  @Test
  void the_heat_company_writes_gb18030() {
    byte[] file = file(UtilityBill.HEAT);
    assertTrue(new String(file, Charset.forName("GB18030")).startsWith("统一社会信用代码,账期,户号,用热量"));
    assertFalse(new String(file, UTF_8).startsWith("统一"));
  }

  @Test
  void the_logistics_platform_sends_gzip() {
    byte[] file = file(Logistics.FEED);
    assertEquals(0x1F, file[0]);
    assertEquals((byte) 0x8B, file[1]);
  }

  @Test
  void the_tax_office_sends_objects_with_bare_numbers() {
    String line = new String(file(TaxDeclaration.FEED), UTF_8).lines().findFirst().orElseThrow();
    assertTrue(line.startsWith("{\"uscc\":\"9") && line.endsWith("}"), line);
  }

  @Test
  void statuses_with_a_space_before_and_full_width_digits_occur() {
    String file = new String(file(VatInvoice.OUTPUT), UTF_8);
    assertTrue(file.contains(", 有效发票") || file.contains(", 作废发票"));
    assertTrue(file.chars().anyMatch(c -> c >= '０' && c <= '９'));
  }

  private static byte[] file(Feed<?> feed) {
    return CITY.deliveries(CITY.lastMonth())
        .filter(delivery -> delivery.feed().equals(feed))
        .findFirst()
        .orElseThrow()
        .bytes();
  }
}
