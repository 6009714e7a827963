package org.xinyidai.engine.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.KeyParts;

/** Keys of what is kept of nodes (回传键): a list, the tier, then the place within the list. */
final class FeedbackKeys {
  private static final byte POSITION = 'p';
  private static final byte PARCEL = 'b';
  private static final byte STATE = 's';
  private static final byte QUEUE = 'q';
  private static final byte PEOPLE = 'a';
  private static final byte CELL = 'c';
  private static final byte TOTAL = 't';
  private static final byte CHECK = 'x';
  private static final byte DIFFERENCE = 'y';
  private static final int SCOPE_BYTES = 16;

  private FeedbackKeys() {}

  static byte[] position(Tier tier) {
    return list(POSITION, tier);
  }

  static byte[] parcels(Tier tier) {
    return list(PARCEL, tier);
  }

  static byte[] parcel(Tier tier, long number) {
    return KeyParts.join(parcels(tier), ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  static byte[] states(Tier tier) {
    return list(STATE, tier);
  }

  static byte[] state(Tier tier, String place) {
    return KeyParts.join(states(tier), HexFormat.of().parseHex(place));
  }

  /** What is to be sent again, the first due first. */
  static byte[] queue(Tier tier) {
    return list(QUEUE, tier);
  }

  static byte[] queued(Tier tier, Instant due, String place) {
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(micros(due)).array();
    return KeyParts.join(queue(tier), time, HexFormat.of().parseHex(place));
  }

  /** When a queued record is due. */
  static Instant due(byte[] queued) {
    return Instant.EPOCH.plus(ByteBuffer.wrap(queued, 2, Long.BYTES).getLong(), ChronoUnit.MICROS);
  }

  static String queuedPlace(byte[] queued) {
    return HexFormat.of().formatHex(queued, 2 + Long.BYTES, queued.length);
  }

  /** What waits for people, the oldest first. */
  static byte[] people(Tier tier) {
    return list(PEOPLE, tier);
  }

  static byte[] people(Tier tier, String place) {
    return KeyParts.join(people(tier), HexFormat.of().parseHex(place));
  }

  /** The place at the end of a key of a list of places. */
  static String place(byte[] key) {
    return HexFormat.of().formatHex(key, 2, key.length);
  }

  static byte[] total(Tier tier) {
    return list(TOTAL, tier);
  }

  static byte[] cells(Tier tier) {
    return list(CELL, tier);
  }

  static byte[] cells(Tier tier, LocalDate day) {
    return KeyParts.join(cells(tier), day(day));
  }

  static byte[] cell(Tier tier, LocalDate day, Scope scope) {
    String whole = scope.district() + "\n" + scope.lender();
    return KeyParts.join(cells(tier, day), KeyParts.digest(whole, SCOPE_BYTES));
  }

  /** What comparisons with the node's own lists came to, by day. */
  static byte[] checks(Tier tier) {
    return list(CHECK, tier);
  }

  static byte[] check(Tier tier, LocalDate day) {
    return KeyParts.join(checks(tier), day(day));
  }

  static byte[] differences(Tier tier) {
    return list(DIFFERENCE, tier);
  }

  static byte[] difference(Tier tier, String id) {
    return KeyParts.join(differences(tier), id.getBytes(UTF_8));
  }

  private static byte[] day(LocalDate day) {
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) day.toEpochDay()).array();
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static byte[] list(byte list, Tier tier) {
    return new byte[] {list, tier.key()};
  }
}
