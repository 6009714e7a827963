package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.OFFICE;

import java.util.Map;

/**
 * Who may see targets and supervision, report and return results (监管考核权限). A part of {@link
 * Permissions}.
 */
final class OfficePermissions {
  private OfficePermissions() {}

  static void put(Map<Operation, Rule> table) {
    targets(table);
    supervision(table);
    feedback(table);
  }

  /** Packs of targets and their figures. */
  private static void targets(Map<Operation, Rule> table) {
    // The office of a district sees and enters what is of its district.
    table.put(Operation.LIST_TARGET_PACKS, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_ASSESSMENT, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_TARGET_TREND, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.LIST_TARGET_SUBJECTS, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.COMPARE_TARGETS, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.LIST_TARGET_FIGURES, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_TARGET_FIGURE, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.POST_TARGET_FIGURE, Rule.closed().all(OFFICE).districts());
  }

  /** Funnel, handling, reports and filings. */
  private static void supervision(Map<Operation, Rule> table) {
    // A lender sees its own part of the market, the office of a district its district.
    table.put(Operation.GET_FUNNEL, Rule.closed().own(BANK).all(OFFICE, AUDITOR).districts());
    table.put(
        Operation.LIST_OVERDUE_TASKS, Rule.closed().own(BANK).all(OFFICE, AUDITOR).districts());
    table.put(
        Operation.GET_LENDER_HANDLING, Rule.closed().own(BANK).all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_OFFICE_REPORT, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.POST_OFFICE_EXPORT, Rule.closed().all(OFFICE).districts());
    table.put(Operation.LIST_OFFICE_EXPORTS, Rule.closed().own(OFFICE).all(AUDITOR));
    // The city's office files; who works for it or looks over it may see and check what was filed.
    table.put(Operation.GET_FILING_CALENDAR, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.POST_FILING_DUTY, Rule.closed().all(OFFICE));
    table.put(Operation.POST_FILING, Rule.closed().all(OFFICE));
    table.put(Operation.LIST_FILINGS, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_FILING, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_FILING_FILE, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.CHECK_FILING, Rule.closed().all(OFFICE, AUDITOR).everywhere());
  }

  /** What was returned to the nodes. */
  private static void feedback(Map<Operation, Rule> table) {
    // What was returned to the nodes: a lender sees and mends what came of its own loans.
    table.put(Operation.GET_FEEDBACK, Rule.closed().all(OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_FEEDBACK_LEDGER,
        Rule.closed().own(BANK).all(OFFICE, AUDITOR, ADMIN).districts());
    table.put(
        Operation.LIST_FEEDBACK_RECORDS, Rule.closed().own(BANK).all(OFFICE, AUDITOR).districts());
    table.put(
        Operation.GET_FEEDBACK_RECORD, Rule.closed().own(BANK).all(OFFICE, AUDITOR).districts());
    table.put(
        Operation.LIST_FEEDBACK_WORK, Rule.closed().own(BANK).all(OFFICE, AUDITOR).districts());
    table.put(Operation.CORRECT_FEEDBACK_RECORD, Rule.closed().own(BANK).all(OFFICE).districts());
    table.put(Operation.SETTLE_FEEDBACK_DIFFERENCE, Rule.closed().all(OFFICE));
  }
}
