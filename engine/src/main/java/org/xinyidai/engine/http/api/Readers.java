package org.xinyidai.engine.http.api;

import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.Reader.Why;
import org.xinyidai.engine.identity.Access;

/** Who a caller is to the archive of scores (查询人). */
final class Readers {
  private Readers() {}

  /** A caller who looks at a score for its own reasons, which its role tells. */
  static Reader of(Access access) {
    Why why =
        switch (access.account().role()) {
          case ENTERPRISE -> Why.OWN;
          case BANK -> Why.LENDING;
          case OFFICE, AUDITOR, SECURITY, ADMIN, SOURCE -> Why.SUPERVISION;
        };
    return with(access, why, "");
  }

  /** A caller whose demand is matched by it. */
  static Reader ofDemand(Access access, String demand) {
    return with(access, Why.DEMAND, demand);
  }

  private static Reader with(Access access, Why why, String subject) {
    return new Reader(access.account().role().id(), access.account().organisation(), why, subject);
  }
}
