package org.xinyidai.engine.lending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;

/** Keys of the index of applications (申请索引键): each list is one range, the newest first. */
final class ApplicationIndex {
  private static final byte ALL = 'o';
  private static final byte CONTRACT = 'c';
  private static final byte DEMAND = 'd';
  private static final byte ORGANISATION = 'p';
  private static final byte RUNNING = 'r';
  private static final int OWNER_BYTES = 16;

  private ApplicationIndex() {}

  /** The list of an enterprise, lender or guarantee company. */
  static byte[] of(String organisation) {
    return digested(ORGANISATION, organisation.getBytes(UTF_8));
  }

  /** Where a signed contract is noted; numbers are of any length, their digests are not. */
  static byte[] contract(byte[] name) {
    return digested(CONTRACT, name);
  }

  private static byte[] digested(byte kind, byte[] name) {
    byte[] digest = HexFormat.of().parseHex(Sm3.of(name));
    return join(new byte[] {kind}, Arrays.copyOf(digest, OWNER_BYTES));
  }

  /** The list of all. */
  static byte[] all() {
    return new byte[] {ALL};
  }

  /** The place of an application in a list. */
  static byte[] in(byte[] list, Application application) {
    return in(list, application.filing().at(), application.id());
  }

  private static byte[] in(byte[] list, Instant filedAt, ApplicationId id) {
    byte[] number = id.value().getBytes(US_ASCII);
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, filedAt);
    return ByteBuffer.allocate(list.length + Long.BYTES + number.length)
        .put(list)
        .putLong(Long.MAX_VALUE - micros)
        .put(number)
        .array();
  }

  /** Where the numbers of a demand's applications are kept. */
  static byte[] ofDemand(DemandId demand) {
    return join(new byte[] {DEMAND}, demand.value().getBytes(US_ASCII));
  }

  /** The prefix of applications with a clock that may ring. */
  static byte[] running() {
    return new byte[] {RUNNING};
  }

  static byte[] running(ApplicationId id) {
    return join(running(), id.value().getBytes(US_ASCII));
  }

  private static byte[] join(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }
}
