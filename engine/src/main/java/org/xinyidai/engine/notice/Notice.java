package org.xinyidai.engine.notice;

import java.time.Instant;

/**
 * Something that an organisation is told (通知). Told twice with the same instant and subject it is
 * one notice.
 *
 * @param organisation who is told: an organisation by its name, or a branch by its id
 * @param kind the name is the stable code
 * @param caseId the case, inquiry, invitation, application or demand that it comes from
 * @param scoreId the stored score that it speaks of; empty where it speaks of none
 */
public record Notice(
    String organisation, Kind kind, Instant at, String caseId, String scoreId, Words words) {
  /** What it is about. */
  public enum Kind {
    /** An enterprise withdrew a consent that the lender held. */
    CONSENT_WITHDRAWN,
    /** A step was taken in the enterprise's own case; the words are the written answer. */
    CASE_STEP,
    /** The other side said something in an inquiry. */
    MESSAGE,
    /** A score that the organisation has read is no longer what it was. */
    SCORE_CHANGED,
    /** A person looked again at what a machine had decided. */
    REVIEW_DECIDED,
    /** The verification of the enterprise went on, or came to its end. */
    VERIFICATION,
    /** A lender that found the enterprise without knowing its name invites it to a product. */
    LEAD_INVITATION,
    /** A lender has a new application. */
    APPLICATION_FILED,
    /** Another party took a step in an application. */
    APPLICATION_STEP,
    /** An application waits for its lender for too long. */
    APPLICATION_REMINDER,
    /** Products that were closed to a demand are open to it now. */
    PRODUCT_OPENED,
    /** Products that were open to a demand are closed to it now. */
    PRODUCT_CLOSED,
    /** A demand has come to its last day. */
    DEMAND_EXPIRED,
    /** A matching day advises a product to a demand, or demands to a lender. */
    MATCH_DAY,
    /** What a lender reported and the platform do not agree. */
    REPORT_DIFFERENCE,
    /** Somebody took a step in the claim of a loan made outside the platform. */
    LOAN_CLAIM,
    /** Somebody took a step in a complaint. */
    COMPLAINT,
    /** The office gives notice of what is behind. */
    ARREARS,
    /** A report of the office is due soon, today or overdue. */
    FILING_REMINDER,
    /** Results were not taken by a node and must be corrected. */
    RESULT_RETURNED
  }

  /** The notice in both languages. */
  public record Words(String zh, String en) {}
}
