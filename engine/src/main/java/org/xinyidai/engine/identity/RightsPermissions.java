package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;
import static org.xinyidai.engine.identity.Role.SOURCE;

import java.util.Map;

/**
 * Who may consent, ask, print and have a person look again (主体权益权限). A part of {@link Permissions}.
 */
final class RightsPermissions {
  private RightsPermissions() {}

  static void put(Map<Operation, Rule> table) {
    consents(table);
    reports(table);
  }

  /** Consents, questions and answers, live events. */
  private static void consents(Map<Operation, Rule> table) {
    table.put(
        Operation.GET_CONSENT_TEXT,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR).everywhere());
    table.put(Operation.POST_CONSENT, Rule.closed().own(ENTERPRISE));
    table.put(Operation.LIST_CONSENTS, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.GET_CONSENT, Rule.closed().own(ENTERPRISE, BANK).all(AUDITOR));
    table.put(Operation.REVOKE_CONSENT, Rule.closed().own(ENTERPRISE));
    // Either side asks; what the two say stays between them, how fast is the office's
    // business.
    table.put(Operation.POST_INQUIRY, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.LIST_INQUIRIES, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.GET_INQUIRY, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.POST_MESSAGE, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.POST_INQUIRY_FILE, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.GET_INQUIRY_FILE, Rule.closed().own(ENTERPRISE, BANK));
    table.put(Operation.MARK_INQUIRY_READ, Rule.closed().own(ENTERPRISE, BANK));
    table.put(
        Operation.GET_RESPONSE_TIMES, Rule.closed().own(BANK).all(OFFICE, AUDITOR).everywhere());
    table.put(
        Operation.GET_EVENTS,
        Rule.closed().own(SOURCE, ENTERPRISE, BANK, OFFICE, AUDITOR).everywhere());
  }

  /** Credit reports, reviews and real names. */
  private static void reports(Map<Operation, Rule> table) {
    table.put(
        Operation.PRINT_CREDIT_REPORT,
        Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    table.put(
        Operation.GET_CREDIT_REPORT,
        Rule.closed().own(ENTERPRISE).consented(BANK).all(OFFICE).districts());
    // Whoever holds a report may ask whether it is genuine: its code is the permission.
    table.put(Operation.LOOK_UP_CREDIT_REPORT, Rule.open());
    table.put(Operation.CHECK_CREDIT_REPORT, Rule.open());
    // A person of the office looks again; the enterprise may take its request back.
    table.put(Operation.POST_REVIEW, Rule.closed().own(ENTERPRISE));
    table.put(
        Operation.LIST_REVIEWS, Rule.closed().own(ENTERPRISE).all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_REVIEW, Rule.closed().own(ENTERPRISE).all(OFFICE, AUDITOR).districts());
    table.put(Operation.POST_REVIEW_STEP, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    // Real names: the enterprise files and enters, the office has transfers made and decides.
    table.put(Operation.POST_VERIFICATION, Rule.closed().own(ENTERPRISE));
    table.put(Operation.CONFIRM_VERIFICATION, Rule.closed().own(ENTERPRISE));
    table.put(Operation.GET_VERIFICATION, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.LIST_VERIFICATIONS, Rule.closed().all(OFFICE).districts());
    table.put(Operation.LIST_TRANSFERS, Rule.closed().all(OFFICE).districts());
    table.put(Operation.MARK_TRANSFER, Rule.closed().all(OFFICE).districts());
    table.put(Operation.DECIDE_VERIFICATION, Rule.closed().all(OFFICE).districts());
    table.put(Operation.GET_VERIFICATION_COUNTS, Rule.closed().all(OFFICE, AUDITOR).everywhere());
  }
}
