package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShardsTest {
  /** The hashes are the published vectors of Kafka's murmur2 (its UtilsTest). */
  @ParameterizedTest
  @CsvSource({
    "21, -973932308",
    "foobar, -790332482",
    "a-little-bit-long-string, -985981536",
    "a-little-bit-longer-string, -1486304829",
    "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8, -58897971",
    "abc, 479470107"
  })
  void a_shard_is_the_partition_that_kafka_would_choose(String key, int hash) {
    for (int count : new int[] {1, 3, 64, 256}) {
      int partition = (hash & 0x7fffffff) % count;
      assertEquals(partition, new Shards(count).of(key.getBytes(US_ASCII)));
    }
  }

  @Test
  void a_shard_number_fits_one_byte() {
    assertThrows(IllegalArgumentException.class, () -> new Shards(0));
    assertThrows(IllegalArgumentException.class, () -> new Shards(257));
  }
}
