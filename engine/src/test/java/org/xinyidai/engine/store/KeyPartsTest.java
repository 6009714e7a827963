package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.seal.Sm3;

/** Keys that are stored already must be made of the same bytes for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyPartsTest {
  private static final byte KIND = 'k';

  @Test
  void a_key_is_its_letter_and_then_its_parts() {
    assertArrayEquals(
        new byte[] {'k', 1, 2, 3},
        KeyParts.of(KIND, new byte[] {1, 2}, new byte[0], new byte[] {3}));
    assertArrayEquals("k伟业".getBytes(UTF_8), KeyParts.of(KIND, "伟业"));
    assertArrayEquals(new byte[] {'k'}, KeyParts.of(KIND));
    assertArrayEquals(new byte[] {1, 2, 3}, KeyParts.join(new byte[] {1}, new byte[] {2, 3}));
  }

  @Test
  void a_name_of_any_length_becomes_the_first_bytes_of_its_digest() {
    String name = "建设银行股份有限公司".repeat(50);
    String hex = HexFormat.of().formatHex(KeyParts.digest(name, 16));
    assertEquals(Sm3.of(name.getBytes(UTF_8)).substring(0, 32), hex);
  }

  @Test
  void what_is_newer_by_a_microsecond_sorts_before() {
    Instant instant = Instant.parse("2026-11-22T08:00:00Z");
    assertArrayEquals(
        HexFormat.of().parseHex("7ffffffffff0bdbf"),
        KeyParts.newestFirst(Instant.EPOCH.plusSeconds(1)));
    assertTrue(
        Arrays.compareUnsigned(
                KeyParts.newestFirst(instant.plusNanos(1_000)), KeyParts.newestFirst(instant))
            < 0);
  }
}
