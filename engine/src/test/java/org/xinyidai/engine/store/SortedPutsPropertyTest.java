package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The puts of a group against a sorted map of the library. */
class SortedPutsPropertyTest {
  @Property(tries = 300)
  void puts_in_any_order_are_those_of_a_sorted_map(@ForAll("keys") List<byte[]> keys) {
    TreeMap<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
    SortedPuts puts = new SortedPuts();
    put(keys, 0, puts, expected);
    assertSame(expected, puts);
    for (int i = 0; i < 256; i++) {
      byte[] key = {(byte) i};
      assertArrayEquals(expected.get(key), puts.get(key));
    }
  }

  @Property(tries = 300)
  void of_merged_puts_the_newer_win(
      @ForAll("keys") List<byte[]> older, @ForAll("keys") List<byte[]> newer) {
    TreeMap<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
    SortedPuts first = new SortedPuts();
    SortedPuts second = new SortedPuts();
    put(older, 0, first, expected);
    put(newer, 1_000, second, expected);
    first.merge(second);
    assertSame(expected, first);
    assertNull(first.get(new byte[] {1, 1, 1, 1}));
  }

  @Provide
  Arbitrary<List<byte[]>> keys() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(2).list().ofMaxSize(60);
  }

  private static void put(
      List<byte[]> keys, int base, SortedPuts puts, Map<byte[], byte[]> expected) {
    for (int i = 0; i < keys.size(); i++) {
      byte[] value = Integer.toString(base + i).getBytes(UTF_8);
      puts.put(keys.get(i), value);
      expected.put(keys.get(i), value);
    }
  }

  private static void assertSame(Map<byte[], byte[]> expected, SortedPuts puts) {
    assertEquals(expected.size(), puts.size());
    int i = 0;
    for (Map.Entry<byte[], byte[]> entry : expected.entrySet()) {
      assertArrayEquals(entry.getKey(), puts.key(i));
      assertArrayEquals(entry.getValue(), puts.value(i));
      i++;
    }
  }
}
