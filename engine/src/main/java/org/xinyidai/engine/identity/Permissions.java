package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;
import static org.xinyidai.engine.identity.Role.SECURITY;
import static org.xinyidai.engine.identity.Role.SOURCE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of role by operation (权限表). What it does not name is refused, to the office of a
 * district also what does not say how far a district reaches. A lender reads of a single enterprise
 * what that has shown it or consented to, and nothing else.
 */
public final class Permissions {
  /** What a lender does before a product is on the shelf; nobody else sees any of it. */
  private static final List<Operation> PREPARING =
      List.of(
          Operation.LIST_PRODUCT_DRAFTS,
          Operation.POST_PRODUCT_DRAFT,
          Operation.GET_PRODUCT_DRAFT,
          Operation.REVISE_PRODUCT_DRAFT,
          Operation.LINT_PRODUCT_DRAFT,
          Operation.TRY_PRODUCT_DRAFT,
          Operation.SIGN_PRODUCT_DRAFT,
          Operation.PUBLISH_PRODUCT_DRAFT,
          Operation.DISCARD_PRODUCT_DRAFT);

  private static final Map<Operation, Rule> TABLE = table();

  private Permissions() {}

  /** The rule of an operation; empty means that nobody may call it. */
  public static Optional<Rule> of(Operation operation) {
    return Optional.ofNullable(TABLE.get(operation));
  }

  /** How far an account reaches with an operation. */
  public static Access access(Account account, Operation operation) {
    Reach reach = of(operation).map(rule -> rule.reach(account)).orElse(Reach.NONE);
    return new Access(account, reach);
  }

  private static Map<Operation, Rule> table() {
    Map<Operation, Rule> table = new EnumMap<>(Operation.class);
    table.put(
        Operation.LIST_FEEDS,
        Rule.closed().all(SOURCE, ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_RECORDS, Rule.closed().own(SOURCE));
    table.put(Operation.GET_BATCH, Rule.closed().own(SOURCE).all(OFFICE, AUDITOR, ADMIN));
    // Refused rows carry what the source wrote, so those who only keep the platform do not see
    // them.
    table.put(Operation.GET_REJECTIONS, Rule.closed().own(SOURCE).all(OFFICE));
    // Whose a row is decides what stands in an enterprise's file: the office alone, by name.
    table.put(Operation.LIST_RESOLUTIONS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_RESOLUTION, Rule.closed().all(OFFICE));
    table.put(Operation.DECIDE_RESOLUTION, Rule.closed().all(OFFICE));
    table.put(Operation.UNDO_RESOLUTION, Rule.closed().all(OFFICE));
    table.put(Operation.REPLAY_RESOLUTIONS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_CODES, Rule.closed().all(OFFICE));
    table.put(Operation.POST_CODES, Rule.closed().all(OFFICE));
    table.put(
        Operation.LIST_CLEANING_RULES,
        Rule.closed().all(SOURCE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.LIST_CLEANINGS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_CLEANING, Rule.closed().all(OFFICE));
    table.put(Operation.DECIDE_CLEANING, Rule.closed().all(OFFICE));
    table.put(Operation.CLEAN_BATCH, Rule.closed().all(OFFICE));
    table.put(Operation.GET_TRACES, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.GET_QUALITY, Rule.closed().own(SOURCE).all(OFFICE, AUDITOR, ADMIN));
    table.put(Operation.LIST_FIGURES, Rule.closed().all(OFFICE, AUDITOR));
    table.put(Operation.POST_FIGURES, Rule.closed().all(OFFICE));
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
    table.put(Operation.POST_DEMAND, Rule.closed().own(ENTERPRISE));
    table.put(Operation.LIST_DEMANDS, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.REVISE_DEMAND, Rule.closed().own(ENTERPRISE));
    table.put(Operation.CLOSE_DEMAND, Rule.closed().own(ENTERPRISE));
    table.put(Operation.GET_DEMAND, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.GET_MATCHES, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    // A lender sees its own products alone: what its rivals prepare is theirs.
    table.put(
        Operation.LIST_PRODUCTS,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_PRODUCT,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    // How conditions are written is no secret: an enterprise declares by the same names.
    table.put(
        Operation.LIST_PRODUCT_ATTRIBUTES,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    // A lender screens everyone in bands and without names: what lies behind is by consent.
    table.put(Operation.LIST_SCREENING_ATTRIBUTES, Rule.closed().all(BANK, OFFICE).everywhere());
    table.put(Operation.COUNT_SCREENING, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_SCREENING, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_SCREENING_INDEX, Rule.closed().all(OFFICE, ADMIN));
    table.put(Operation.POST_SAVED_SEARCH, Rule.closed().own(BANK));
    table.put(Operation.LIST_SAVED_SEARCHES, Rule.closed().own(BANK));
    table.put(Operation.GET_SAVED_SEARCH, Rule.closed().own(BANK));
    table.put(Operation.REMOVE_SAVED_SEARCH, Rule.closed().own(BANK));
    table.put(Operation.POST_LEADS, Rule.closed().own(BANK));
    table.put(Operation.LIST_LEAD_EXPORTS, Rule.closed().own(BANK));
    table.put(Operation.GET_LEAD_EXPORT, Rule.closed().own(BANK));
    // Whoever finds a leaked row asks who pulled it.
    table.put(Operation.TRACE_LEAD, Rule.closed().all(OFFICE, AUDITOR));
    table.put(Operation.INVITE_LEAD, Rule.closed().own(BANK));
    table.put(Operation.GET_LEAD_QUOTA, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_LEAD_QUOTA, Rule.closed().all(OFFICE));
    // A lender's own products go by a draft that a second person of it has signed.
    table.put(Operation.POST_PRODUCT, Rule.closed().all(ADMIN));
    for (Operation operation : PREPARING) {
      table.put(operation, Rule.closed().own(BANK));
    }
    table.put(
        Operation.LIST_PRODUCT_VERSIONS,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_PRODUCT_VERSION,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.WITHDRAW_PRODUCT, Rule.closed().own(BANK).all(ADMIN));
    table.put(Operation.GET_PRODUCT_QUOTA, Rule.closed().own(BANK).all(OFFICE).everywhere());
    table.put(Operation.SET_PRODUCT_QUOTA, Rule.closed().own(BANK));
    table.put(
        Operation.LIST_POLICY_TOOLS,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_POLICY_TOOL,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_POLICY_TOOL, Rule.closed().all(OFFICE));
    table.put(Operation.GET_MATCH_DAY, Rule.closed().all(OFFICE));
    table.put(Operation.HOLD_MATCH_DAY, Rule.closed().all(OFFICE));
    // An enterprise sees what it was advised, a lender how many were advised to come to it.
    table.put(Operation.LIST_MATCH_DAYS, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE));
    table.put(Operation.GET_HELD_MATCH_DAY, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE));
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
    table.put(Operation.GET_TASK, Rule.closed().all(OFFICE, AUDITOR, ADMIN, SECURITY));
    // Who keeps copies is not who holds the keys to them.
    table.put(Operation.LIST_BACKUPS, Rule.closed().all(AUDITOR, ADMIN));
    table.put(Operation.POST_BACKUP, Rule.closed().all(ADMIN));
    table.put(Operation.LIST_KEYS, Rule.closed().all(AUDITOR, SECURITY));
    table.put(Operation.ROTATE_KEYS, Rule.closed().all(SECURITY));
    // Those who act are not those who look over the acts.
    table.put(Operation.LIST_AUDIT, Rule.closed().all(AUDITOR));
    table.put(Operation.VERIFY_AUDIT, Rule.closed().all(AUDITOR));
    table.put(Operation.LIST_ACCESSES, Rule.closed().own(ENTERPRISE).all(AUDITOR));
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
    // The office of a district sees and enters what is of its district.
    table.put(Operation.LIST_TARGET_PACKS, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_ASSESSMENT, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.GET_TARGET_TREND, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.LIST_TARGET_SUBJECTS, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.COMPARE_TARGETS, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.LIST_TARGET_FIGURES, Rule.closed().all(OFFICE, AUDITOR).everywhere());
    table.put(Operation.GET_TARGET_FIGURE, Rule.closed().all(OFFICE, AUDITOR).districts());
    table.put(Operation.POST_TARGET_FIGURE, Rule.closed().all(OFFICE).districts());
    table.put(Operation.POST_ORGANISATION, Rule.closed().all(SECURITY));
    table.put(Operation.LIST_ORGANISATIONS, Rule.closed().all(SECURITY, AUDITOR));
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
    table.put(Operation.POST_SESSION, Rule.open());
    table.put(Operation.LIST_PROVIDERS, Rule.open());
    table.put(Operation.POST_PROVIDER_SESSION, Rule.open());
    table.put(Operation.GET_PROVIDER_CALLBACK, Rule.open());
    table.put(Operation.ACCEPT_INVITATION, Rule.open());
    table.put(Operation.GET_SESSION, Rule.closed().own(Role.values()));
    table.put(Operation.END_SESSION, Rule.closed().own(Role.values()));
    table.put(Operation.POST_INVITATION, Rule.closed().all(SECURITY));
    table.put(Operation.LIST_ACCOUNTS, Rule.closed().all(SECURITY, AUDITOR));
    table.put(Operation.REMOVE_ACCOUNT, Rule.closed().all(SECURITY));
    table.put(Operation.GET_CREDENTIALS, Rule.closed().all(SECURITY, AUDITOR));
    table.put(Operation.END_SESSIONS, Rule.closed().all(SECURITY));
    table.put(Operation.ISSUE_TOKEN, Rule.closed().all(SECURITY));
    table.put(Operation.REVOKE_TOKEN, Rule.closed().all(SECURITY));
    table.put(Operation.BIND_CERTIFICATE, Rule.closed().all(SECURITY));
    table.put(Operation.REGISTER_KEY, Rule.closed().all(SECURITY));
    table.put(Operation.UNBIND, Rule.closed().all(SECURITY));
    table.put(Operation.GET_HEALTH, Rule.open());
    table.put(Operation.GET_LIVENESS, Rule.open());
    table.put(Operation.GET_READINESS, Rule.open());
    // A scraper on the same machine needs no token; the http room sees to that.
    table.put(Operation.GET_METRICS, Rule.closed().all(ADMIN));
    return table;
  }
}
