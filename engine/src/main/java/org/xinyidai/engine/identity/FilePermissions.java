package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;
import static org.xinyidai.engine.identity.Role.SOURCE;

import java.util.Map;

/**
 * Who may see the file of an enterprise and what was made of it (企业档案权限). A part of {@link
 * Permissions}.
 */
final class FilePermissions {
  private FilePermissions() {}

  /** Profile, features, scores, cases and notices of one enterprise. */
  static void put(Map<Operation, Rule> table) {
    // A name is public; which codes it is asked for is not.
    table.put(Operation.LIST_ENTERPRISE_NAMES, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(
        Operation.GET_ENTERPRISE,
        Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    table.put(
        Operation.GET_FEATURES,
        Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    table.put(
        Operation.GET_SCORE, Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    table.put(
        Operation.GET_EXPLANATION,
        Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    table.put(Operation.POST_PEERS, Rule.closed().all(OFFICE, ADMIN));
    // A lender's own are those that an enterprise has shown it.
    table.put(
        Operation.GET_STORED_SCORE,
        Rule.closed().own(ENTERPRISE, BANK).all(OFFICE, AUDITOR).districts());
    table.put(
        Operation.LIST_SCORES, Rule.closed().own(ENTERPRISE).all(OFFICE, AUDITOR).districts());
    table.put(Operation.REPLAY_SCORE, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.SHARE_SCORE, Rule.closed().own(ENTERPRISE));
    table.put(
        Operation.GET_TOUCHED, Rule.closed().own(ENTERPRISE).all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_BATCH_TOUCHED, Rule.closed().all(OFFICE, AUDITOR));
    table.put(
        Operation.LIST_FACTS,
        Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    table.put(Operation.POST_CASE, Rule.closed().own(ENTERPRISE));
    table.put(Operation.LIST_CASES, Rule.closed().own(ENTERPRISE).all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_CASE, Rule.closed().own(ENTERPRISE).all(OFFICE, AUDITOR).districts());
    // The enterprise may take its own case back; every other step is the office's.
    table.put(Operation.POST_CASE_STEP, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.LIST_NOTICES, Rule.closed().own(SOURCE, ENTERPRISE, BANK, OFFICE, AUDITOR));
    table.put(
        Operation.MARK_NOTICE_READ, Rule.closed().own(SOURCE, ENTERPRISE, BANK, OFFICE, AUDITOR));
    table.put(Operation.LIST_CREDIT_LISTS, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_SERIOUS_SHARE, Rule.closed().all(OFFICE, AUDITOR).everywhere());
  }
}
