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
  LIST_CLEANING_RULES("listCleaningRules"),
  LIST_CLEANINGS("listCleanings"),
  GET_CLEANING("getCleaning"),
  DECIDE_CLEANING("decideCleaning"),
  CLEAN_BATCH("cleanBatch"),
  GET_TRACES("getTraces"),
  GET_QUALITY("getQuality"),
  LIST_FIGURES("listFigures"),
  POST_FIGURES("postFigures"),
  GET_ENTERPRISE("getEnterprise"),
  GET_FEATURES("getFeatures"),
  GET_SCORE("getScore"),
  GET_STORED_SCORE("getStoredScore"),
  LIST_SCORES("listScores"),
  REPLAY_SCORE("replayScore"),
  SHARE_SCORE("shareScore"),
  GET_TOUCHED("getTouched"),
  GET_BATCH_TOUCHED("getBatchTouched"),
  LIST_FACTS("listFacts"),
  POST_CASE("postCase"),
  LIST_CASES("listCases"),
  GET_CASE("getCase"),
  POST_CASE_STEP("postCaseStep"),
  LIST_NOTICES("listNotices"),
  MARK_NOTICE_READ("markNoticeRead"),
  LIST_CREDIT_LISTS("listCreditLists"),
  GET_SERIOUS_SHARE("getSeriousShare"),
  POST_DEMAND("postDemand"),
  GET_DEMAND("getDemand"),
  GET_MATCHES("getMatches"),
  LIST_PRODUCTS("listProducts"),
  POST_PRODUCT("postProduct"),
  GET_PRODUCT("getProduct"),
  POST_TRAINING_SET("postTrainingSet"),
  GET_TRAINING_SET("getTrainingSet"),
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
