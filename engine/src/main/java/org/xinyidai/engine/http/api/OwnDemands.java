package org.xinyidai.engine.http.api;

import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.market.Demands;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;

/** The demand that a path names, if it exists for the caller (需求查找). */
final class OwnDemands {
  private OwnDemands() {}

  /** Reads the store, so it belongs on a worker. */
  static Demand find(Demands demands, Call call) {
    String id = call.path("id");
    if (!DemandId.isWellFormed(id)) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("id");
    }
    return demands
        .find(new DemandId(id))
        .filter(demand -> call.access().covers(demand.uscc().value()))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }
}
