package org.xinyidai.engine.http.api;

import java.util.Optional;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.market.Demands;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.subject.Uscc;

/** The demand that a path names, if it exists for the caller (需求查找). */
final class OwnDemands {
  /** A code in whose place no enterprise can be registered. */
  private static final String NOBODY = Uscc.fromStem("9100000000000000").value();

  private OwnDemands() {}

  /** Reads the store, so it belongs on a worker. */
  static Demand find(Demands demands, Call call) {
    return find(demands, call.path("id"), call.access());
  }

  /** Whose it would be is asked also where there is none: the time must not tell of it. */
  static Demand find(Demands demands, String id, Access access) {
    if (!DemandId.isWellFormed(id)) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("id");
    }
    Optional<Demand> found = demands.find(new DemandId(id));
    boolean covered = access.covers(found.map(one -> one.uscc().value()).orElse(NOBODY));
    return found
        .filter(demand -> covered)
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }
}
