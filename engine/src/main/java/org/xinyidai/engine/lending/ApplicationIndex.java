package org.xinyidai.engine.lending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Arrays;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.store.KeyParts;
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
    return KeyParts.of(ORGANISATION, KeyParts.digest(organisation, OWNER_BYTES));
  }

  /** Where a signed contract is noted; numbers are of any length, their digests are not. */
  static byte[] contract(byte[] name) {
    return KeyParts.of(CONTRACT, Arrays.copyOf(Sm3.digest(name), OWNER_BYTES));
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
    return KeyParts.join(list, KeyParts.newestFirst(filedAt), id.value().getBytes(US_ASCII));
  }

  /** Where the numbers of a demand's applications are kept. */
  static byte[] ofDemand(DemandId demand) {
    return KeyParts.of(DEMAND, demand.value());
  }

  /** The prefix of applications with a clock that may ring. */
  static byte[] running() {
    return new byte[] {RUNNING};
  }

  static byte[] running(ApplicationId id) {
    return KeyParts.of(RUNNING, id.value());
  }
}
