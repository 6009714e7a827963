package org.xinyidai.engine.identity;

/** Everything that can be asked of the platform over HTTP (接口操作), each with a rule. */
public enum Operation {
  LIST_FEEDS("listFeeds"),
  POST_RECORDS("postRecords"),
  GET_BATCH("getBatch"),
  GET_REJECTIONS("getRejections"),
  LIST_RESOLUTIONS("listResolutions"),
  GET_RESOLUTION("getResolution"),
  DECIDE_RESOLUTION("decideResolution"),
  UNDO_RESOLUTION("undoResolution"),
  REPLAY_RESOLUTIONS("replayResolutions"),
  GET_CODES("getCodes"),
  POST_CODES("postCodes"),
  GET_ENTERPRISE("getEnterprise"),
  GET_FEATURES("getFeatures"),
  GET_SCORE("getScore"),
  POST_DEMAND("postDemand"),
  GET_DEMAND("getDemand"),
  GET_MATCHES("getMatches"),
  LIST_PRODUCTS("listProducts"),
  POST_PRODUCT("postProduct"),
  GET_PRODUCT("getProduct"),
  LIST_MODELS("listModels"),
  GET_ADVICE("getAdvice"),
  GET_MODEL("getModel"),
  GET_COMPARISON("getComparison"),
  POST_MODEL_STATUS("postModelStatus"),
  LIST_FEATURES("listFeatures"),
  GET_FEATURE("getFeature"),
  POST_SNAPSHOT("postSnapshot"),
  GET_DRIFT("getDrift"),
  POST_BACKFILL("postBackfill"),
  GET_BACKFILL("getBackfill"),
  GET_ENTERPRISE_WARNINGS("getEnterpriseWarnings"),
  LIST_WARNINGS("listWarnings"),
  POST_WARNINGS("postWarnings"),
  GET_TASK("getTask"),
  GET_HEALTH("getHealth"),
  GET_METRICS("getMetrics");

  private final String id;

  Operation(String id) {
    this.id = id;
  }

  /** The operationId in the OpenAPI description. */
  public String id() {
    return id;
  }
}
