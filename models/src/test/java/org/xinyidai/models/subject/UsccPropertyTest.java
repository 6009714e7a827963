package org.xinyidai.models.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UsccPropertyTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Property
  void both_check_characters_follow_from_the_stem_by_plain_arithmetic(@ForAll long seed) {
    String stem = stem(new Random(seed));
    int organisation = 0;
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    for (int i = 0; i < 8; i++) {
      organisation += weights[i] * Character.digit(stem.charAt(8 + i), 36);
    }
    String seventeen = stem + "0123456789X0".charAt(11 - organisation % 11);
    long sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (long) Math.pow(3, i) % 31 * ALPHABET.indexOf(seventeen.charAt(i));
    }
    assertEquals(
        seventeen + ALPHABET.charAt((int) ((31 - sum % 31) % 31)), Uscc.fromStem(stem).value());
  }

  @Property
  void one_wrong_character_is_always_found(
      @ForAll long seed,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(max = 30) int to) {
    String code = Uscc.fromStem(stem(new Random(seed))).value();
    char wrong = ALPHABET.charAt(to);
    if (code.charAt(place) != wrong) {
      assertFalse(Uscc.isWellFormed(code.substring(0, place) + wrong + code.substring(place + 1)));
    }
  }

  @Property
  void any_text_is_judged_without_an_error(@ForAll String text) {
    assertFalse(Uscc.isWellFormed(text + "!"));
  }

  private static String stem(Random random) {
    StringBuilder stem = new StringBuilder("91");
    for (int i = 2; i < 16; i++) {
      stem.append(ALPHABET.charAt(random.nextInt(i < 8 ? 10 : ALPHABET.length())));
    }
    return stem.toString();
  }
}
