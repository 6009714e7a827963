package org.xinyidai.models.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegionTest {
  @Test
  void a_county_lies_in_its_city_and_its_province() {
    Region county = new Region("431102");
    assertTrue(county.isWithin(county));
    assertTrue(county.isWithin(new Region("431100")));
    assertTrue(county.isWithin(new Region("430000")));
    assertFalse(county.isWithin(new Region("431103")));
    assertFalse(county.isWithin(new Region("431000")));
    assertFalse(new Region("431100").isWithin(county));
    assertEquals("4311", county.cityCode());
    assertEquals(Optional.of("湖南省"), county.province());
  }

  @Test
  void a_code_that_is_no_place_has_no_province() {
    assertEquals(Optional.empty(), new Region("990001").province());
  }

  @Test
  void only_six_digits_are_a_code() {
    for (String text : new String[] {"", "43110", "4311020", "43110a", "４31102"}) {
      assertFalse(Region.isWellFormed(text));
      assertThrows(IllegalArgumentException.class, () -> new Region(text));
    }
  }
}
