package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;

import java.util.Map;

/** Who may train, judge and watch over models (模型管理权限). A part of {@link Permissions}. */
final class ModelPermissions {
  private ModelPermissions() {}

  /** Training, registry, monitoring, outcomes and features. */
  static void put(Map<Operation, Rule> table) {
    // Outcomes of loans beside all that is known of a firm: the office alone.
    table.put(Operation.POST_TRAINING_SET, Rule.closed().all(OFFICE));
    table.put(Operation.GET_TRAINING_SET, Rule.closed().all(OFFICE));
    table.put(
        Operation.LIST_MODELS,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.GET_ADVICE, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.GET_PRODUCT_ADVICE, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.GET_MODEL, Rule.closed().all(BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.GET_COMPARISON, Rule.closed().all(OFFICE, AUDITOR, ADMIN).everywhere());
    // A model decides over people: the office that answers for it says which one serves.
    table.put(Operation.POST_MODEL_STATUS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_MONITORING, Rule.closed().all(OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_MONITORING, Rule.closed().all(OFFICE, ADMIN));
    // A lender tells of its own loans and decisions; the office passes on what others sent it.
    table.put(Operation.POST_OUTCOMES, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_DECISIONS, Rule.closed().own(BANK).all(OFFICE));
    // Distributions are of districts, never of one enterprise.
    table.put(Operation.LIST_FEATURES, Rule.closed().all(OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.GET_FEATURE, Rule.closed().all(OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_SNAPSHOT, Rule.closed().all(OFFICE, ADMIN));
    table.put(Operation.GET_DRIFT, Rule.closed().all(OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_BACKFILL, Rule.closed().all(ADMIN));
    table.put(Operation.GET_BACKFILL, Rule.closed().all(AUDITOR, ADMIN));
    table.put(
        Operation.GET_ENTERPRISE_WARNINGS, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.LIST_WARNINGS, Rule.closed().all(OFFICE).districts());
    table.put(Operation.POST_WARNINGS, Rule.closed().all(OFFICE));
  }
}
