package org.xinyidai.engine.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.MurmurHash3;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.RowIdentity;
import org.xinyidai.models.subject.Uscc;

/**
 * The key of a fact (事实键): shard (1 byte), code (18), feed (1), day (4, big-endian, sign flipped so
 * that days before 1970 come first), and a 128-bit hash of what identifies it (16). All that is
 * known of one enterprise is one range, each feed in it is one range in order of day.
 */
public final class FactKey {
  public static final int LENGTH = 40;

  /** Shard and code: the length of the prefix that one enterprise's keys share. */
  public static final int ENTERPRISE_LENGTH = 1 + Uscc.LENGTH;

  private static final int DIVISION_FROM = 2;
  private static final int DIVISION_LENGTH = 6;
  private static final int FEED_AT = ENTERPRISE_LENGTH;
  private static final int DAY_AT = FEED_AT + 1;
  private static final int IDENTITY_AT = DAY_AT + Integer.BYTES;
  private static final int IDENTITY_LENGTH = 2 * Long.BYTES;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private FactKey() {}

  /** The prefix of everything about one enterprise, in each family that is kept by enterprise. */
  public static byte[] enterprise(Shards shards, Uscc uscc) {
    byte[] code = uscc.value().getBytes(StandardCharsets.US_ASCII);
    byte[] key = new byte[ENTERPRISE_LENGTH];
    key[0] = (byte) shards.of(code);
    System.arraycopy(code, 0, key, 1, code.length);
    return key;
  }

  /** The enterprise whose key or prefix this is. */
  public static Uscc usccOf(byte[] key) {
    return new Uscc(new String(key, 1, Uscc.LENGTH, StandardCharsets.US_ASCII));
  }

  /** The key of a row that its feed accepted. */
  public static byte[] of(Shards shards, Feed<?> feed, Row row) {
    byte[] code = row.text(0).getBytes(StandardCharsets.US_ASCII);
    long[] identity = MurmurHash3.hash128x64(RowIdentity.bytes(feed, row));
    byte[] key = new byte[LENGTH];
    ByteBuffer.wrap(key)
        .put((byte) shards.of(code))
        .put(code)
        .put((byte) feed.number())
        .putInt((int) feed.epochDay(row) ^ Integer.MIN_VALUE)
        .putLong(identity[0])
        .putLong(identity[1]);
    return key;
  }

  /** The key out of its parts. */
  static byte[] of(byte[] enterprise, Feed<?> feed, long epochDay, String identity) {
    return ByteBuffer.allocate(LENGTH)
        .put(enterprise)
        .put((byte) feed.number())
        .putInt((int) epochDay ^ Integer.MIN_VALUE)
        .put(HexFormat.of().parseHex(identity))
        .array();
  }

  static Feed<?> feedOf(byte[] key) {
    return Feeds.byNumber(Byte.toUnsignedInt(key[FEED_AT]));
  }

  static long epochDayOf(byte[] key) {
    return ByteBuffer.wrap(key).getInt(DAY_AT) ^ Integer.MIN_VALUE;
  }

  /** The division code inside the enterprise's code, without making the code. */
  static String divisionOf(byte[] key) {
    return new String(key, 1 + DIVISION_FROM, DIVISION_LENGTH, StandardCharsets.US_ASCII);
  }

  /** The identity hash in hexadecimal. */
  static String identityOf(byte[] key) {
    return HexFormat.of().formatHex(key, IDENTITY_AT, IDENTITY_AT + IDENTITY_LENGTH);
  }

  /** The key under which an older version of a fact is kept; versions sort by age. */
  static byte[] superseded(byte[] factKey, int version) {
    return ByteBuffer.allocate(LENGTH + Integer.BYTES).put(factKey).putInt(version).array();
  }

  static boolean isOf(Uscc uscc, byte[] key) {
    String code = uscc.value();
    for (int i = 0; i < code.length(); i++) {
      if (key[1 + i] != code.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The least key prefix behind all keys of the enterprise: codes hold no character above Y. */
  static byte[] behindEnterprise(byte[] key) {
    byte[] behind = Arrays.copyOf(key, ENTERPRISE_LENGTH);
    behind[ENTERPRISE_LENGTH - 1]++;
    return behind;
  }

  /** The day as its bytes sort: an unsigned number. */
  static long sortedDay(byte[] key) {
    return Integer.toUnsignedLong((int) INT.get(key, DAY_AT));
  }

  /** Whether both are of one enterprise and one feed. */
  static boolean sameFeed(byte[] a, byte[] b) {
    return Arrays.equals(a, 0, DAY_AT, b, 0, DAY_AT);
  }

  /** A hash of enterprise and feed. */
  static int feedHash(byte[] key) {
    int hash = 1;
    for (int i = 0; i < DAY_AT; i++) {
      hash = 31 * hash + key[i];
    }
    return hash;
  }

  /** The greatest key that the enterprise's feed can have. */
  static byte[] lastOfFeed(byte[] key) {
    byte[] last = Arrays.copyOf(key, LENGTH);
    Arrays.fill(last, DAY_AT, LENGTH, (byte) 0xFF);
    return last;
  }

  /** Where the facts of a feed begin among those of the enterprise of a key. */
  static byte[] feed(byte[] key, int feed) {
    byte[] from = Arrays.copyOf(key, FEED_AT + 1);
    from[FEED_AT] = (byte) feed;
    return from;
  }

  static boolean sameEnterprise(byte[] a, byte[] b) {
    return Arrays.equals(a, 0, ENTERPRISE_LENGTH, b, 0, ENTERPRISE_LENGTH);
  }
}
