package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;
import static org.xinyidai.engine.identity.Role.SOURCE;

import java.util.Map;

/**
 * Who may do what from the application to the repaid loan (信贷业务权限). A part of {@link Permissions}.
 */
final class LendingPermissions {
  private LendingPermissions() {}

  static void put(Map<Operation, Rule> table) {
    applications(table);
    reports(table);
  }

  /** Applications from filing to the last repayment. */
  private static void applications(Map<Operation, Rule> table) {
    table.put(Operation.POST_APPLICATION, Rule.closed().own(ENTERPRISE));
    // A lender's own are those that were filed with it, or that it is asked to guarantee.
    table.put(
        Operation.LIST_APPLICATIONS, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    table.put(Operation.GET_APPLICATION_SUMMARY, Rule.closed().all(OFFICE));
    table.put(
        Operation.GET_APPLICATION, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    table.put(
        Operation.GET_APPLICATION_HISTORY,
        Rule.closed().own(ENTERPRISE, BANK).all(OFFICE, AUDITOR).districts());
    // Which step is whose, the table of steps says.
    table.put(
        Operation.POST_APPLICATION_STEP,
        Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    table.put(
        Operation.LIST_DENIAL_REASONS,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR).everywhere());
  }

  /** What lenders report, claim and answer for. */
  private static void reports(Map<Operation, Rule> table) {
    // A lender reports of its own loans; the office sees what came and what did not.
    table.put(Operation.POST_LENDER_REPORT, Rule.closed().own(BANK));
    table.put(Operation.POST_LENDER_FILE, Rule.closed().own(BANK));
    table.put(Operation.LIST_LENDER_REPORTS, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.GET_LENDER_REPORT, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.GET_LENDER_TEMPLATE, Rule.closed().all(BANK, OFFICE).everywhere());
    table.put(Operation.LIST_MONTHLY_DUTIES, Rule.closed().own(BANK).all(OFFICE).everywhere());
    table.put(Operation.LIST_DIFFERENCES, Rule.closed().own(BANK).all(OFFICE).districts());
    table.put(Operation.POST_DIFFERENCE_STEP, Rule.closed().own(BANK).all(OFFICE).districts());
    // A claim is the lender's, the word against it the enterprise's, the last one the office's.
    table.put(Operation.POST_CLAIM, Rule.closed().own(BANK));
    table.put(Operation.LIST_CLAIMS, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    table.put(Operation.GET_CLAIM_FIGURES, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_CLAIM, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    table.put(Operation.POST_CLAIM_FILE, Rule.closed().own(BANK));
    table.put(
        Operation.GET_CLAIM_FILE, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    table.put(
        Operation.POST_CLAIM_STEP, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE).districts());
    // Whom a complaint was given to sees it; the caller may be an enterprise or someone by phone.
    table.put(Operation.POST_COMPLAINT, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(
        Operation.LIST_COMPLAINTS,
        Rule.closed().own(ENTERPRISE, BANK, SOURCE).all(OFFICE).districts());
    table.put(
        Operation.GET_COMPLAINT,
        Rule.closed().own(ENTERPRISE, BANK, SOURCE).all(OFFICE).districts());
    table.put(
        Operation.POST_COMPLAINT_STEP,
        Rule.closed().own(ENTERPRISE, BANK, SOURCE).all(OFFICE).districts());
    table.put(Operation.GET_COMPLAINT_FIGURES, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    // Notices are the city's: a lender or source belongs to no district.
    table.put(Operation.LIST_ARREARS, Rule.closed().all(OFFICE));
    table.put(Operation.POST_ARREARS_NOTICE, Rule.closed().all(OFFICE));
    table.put(Operation.LIST_ARREARS_NOTICES, Rule.closed().own(SOURCE, BANK).all(OFFICE));
    table.put(Operation.ACKNOWLEDGE_ARREARS_NOTICE, Rule.closed().own(SOURCE, BANK));
  }
}
