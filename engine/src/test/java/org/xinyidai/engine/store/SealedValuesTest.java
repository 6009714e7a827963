package org.xinyidai.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.connectors.seal.MasterKey;

/**
 * Which families are sealed, and that a sealed value opens as it was, where it was, and nowhere
 * else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedValuesTest {
  /** Nothing in them is of a person, of a firm beside its public code, or of an amount of one. */
  private static final Set<Family> IN_THE_CLEAR =
      EnumSet.of(
          Family.META,
          Family.TOUCHED,
          Family.PRODUCTS,
          Family.CASE_MARKS,
          Family.UNWEIGHED,
          Family.LEDGER,
          Family.CODE_MAP,
          Family.BACKFILLS,
          Family.SNAPSHOTS,
          Family.SCORED,
          Family.SCORED_IN_BATCH,
          Family.AUDIT,
          Family.RETENTIONS);

  private static final byte[] PLACE = {1, 2, 3};
  private static final byte[] OTHER_PLACE = {1, 2, 4};
  private static final byte[] VALUE = "金丝雀 778812".getBytes(StandardCharsets.UTF_8);
  private static final int NONCE_FROM = 4;
  private static final int NONCE_TO = 16;
  private static final int VALUES = 1_000;

  private final SecureRandom random = new SecureRandom();
  private final SealedValues seal = sealed();

  @Test
  void a_family_is_sealed_unless_it_is_one_of_those_that_tell_nothing_of_anyone() {
    assertEquals(IN_THE_CLEAR, of(Secrecy.CLEAR));
    assertEquals(Set.of(Family.LOGINS), of(Secrecy.SEALED_UNDER_DIGEST));
    assertEquals(
        Set.of(Family.VECTORS, Family.RATINGS, Family.MILESTONES), of(Secrecy.SEALED_FIGURES));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void a_sealed_value_opens_in_its_own_place_alone_and_unaltered_alone(Family family) {
    if (family.secrecy() == Secrecy.CLEAR) {
      assertArrayEquals(VALUE, seal.seal(family, PLACE, VALUE));
      return;
    }
    byte[] stored = seal.seal(family, PLACE, VALUE);
    assertArrayEquals(VALUE, seal.open(family, PLACE, stored));
    assertEquals(-1, indexOf(stored, "金丝雀"), "it can be read");

    assertThrows(StoreException.class, () -> seal.open(family, OTHER_PLACE, stored));
    Family other = family == Family.DEMANDS ? Family.CONSENTS : Family.DEMANDS;
    assertThrows(StoreException.class, () -> seal.open(other, PLACE, stored));
    byte[] altered = stored.clone();
    altered[altered.length - 1] ^= 1;
    assertThrows(StoreException.class, () -> seal.open(family, PLACE, altered));
  }

  @Test
  void no_nonce_comes_twice_under_one_key() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < VALUES; i++) {
      byte[] stored = seal.seal(Family.DEMANDS, PLACE, VALUE);
      nonces.add(HexFormat.of().formatHex(stored, NONCE_FROM, NONCE_TO));
    }
    assertEquals(VALUES, nonces.size());
  }

  private SealedValues sealed() {
    byte[] key = new byte[16];
    random.nextBytes(key);
    MasterKey master = new MasterKey(key);
    return new SealedValues(DataKeys.first(master, Instant.EPOCH, random), master, random);
  }

  private static Set<Family> of(Secrecy secrecy) {
    return Arrays.stream(Family.values())
        .filter(family -> family.secrecy() == secrecy)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Family.class)));
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.UTF_8).indexOf(text);
  }
}
