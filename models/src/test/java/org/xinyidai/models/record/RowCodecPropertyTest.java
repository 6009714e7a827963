package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.xinyidai.models.subject.Uscc;

class RowCodecPropertyTest {
  private static final Uscc USCC = new Uscc(SampleFields.USCC);

  @Property
  void whatever_is_encoded_decodes_to_the_same_row(
      @ForAll @IntRange(min = 1, max = 20) int feedNumber, @ForAll long seed) {
    Feed<?> feed = Feeds.byNumber(feedNumber);
    Row row = anyRow(feed, new Random(seed));
    byte[] bytes = RowCodec.encode(feed, row);
    assertEquals(row, RowCodec.decode(feed, USCC, bytes));
    byte[] behindHeader = new byte[bytes.length + 5];
    System.arraycopy(bytes, 0, behindHeader, 5, bytes.length);
    assertEquals(row, RowCodec.decode(feed, USCC, behindHeader, 5));
  }

  @Property
  void random_bytes_decode_or_are_refused_and_nothing_else(
      @ForAll @IntRange(min = 1, max = 20) int feedNumber, @ForAll @Size(max = 60) byte[] bytes) {
    Feed<?> feed = Feeds.byNumber(feedNumber);
    try {
      assertEquals(feed.columns().size(), RowCodec.decode(feed, USCC, bytes).size());
    } catch (IllegalArgumentException refused) {
      assertEquals(false, refused.getMessage().isEmpty());
    }
  }

  @Property
  void identity_follows_from_the_identity_columns_alone(
      @ForAll @IntRange(min = 1, max = 20) int feedNumber, @ForAll long seed) {
    Feed<?> feed = Feeds.byNumber(feedNumber);
    Row row = anyRow(feed, new Random(seed));
    Row other = anyRow(feed, new Random(~seed));
    Row twin = new Row(row.size());
    boolean same = true;
    for (int i = 0; i < row.size(); i++) {
      boolean identifies = feed.identity().contains(i);
      copy(identifies ? row : other, twin, feed, i);
      same &= !identifies || sameAt(row, other, i);
    }
    assertArrayEquals(RowIdentity.bytes(feed, row), RowIdentity.bytes(feed, twin));
    assertEquals(
        same,
        java.util.Arrays.equals(RowIdentity.bytes(feed, row), RowIdentity.bytes(feed, other)));
  }

  private static boolean sameAt(Row one, Row other, int i) {
    return one.has(i) == other.has(i)
        && one.text(i).equals(other.text(i))
        && one.numberOr(i, 0) == other.numberOr(i, 0);
  }

  private static void copy(Row from, Row to, Feed<?> feed, int i) {
    if (from.has(i)) {
      if (feed.columns().get(i).kind() == Kind.TEXT) {
        to.set(i, from.text(i));
      } else {
        to.set(i, from.number(i));
      }
    }
  }

  /** Any number and text a row can hold, absent columns included. */
  private static Row anyRow(Feed<?> feed, Random random) {
    Row row = new Row(feed.columns().size());
    row.set(0, SampleFields.USCC);
    for (int i = 1; i < row.size(); i++) {
      if (random.nextInt(5) > 0) {
        if (feed.columns().get(i).kind() == Kind.TEXT) {
          row.set(i, anyText(random));
        } else {
          long number = random.nextLong() >> random.nextInt(Long.SIZE);
          row.set(i, number == Long.MIN_VALUE ? Long.MAX_VALUE : number);
        }
      }
    }
    return row;
  }

  private static String anyText(Random random) {
    return random
        .ints(random.nextInt(4), 1, Character.MIN_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .append("𠮷企A")
        .toString();
  }
}
