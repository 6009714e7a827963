package org.xinyidai.engine.store;

import java.util.Arrays;

/**
 * A column family of the store: one kind of state, with its own key layout. Adding one is a line.
 */
public enum Family {
  /** Format version and shard count. RocksDB insists on a family of the name {@code default}. */
  META("default", false, Secrecy.CLEAR),
  /** The current version of each fact; see {@link FactKey}. */
  FACTS("facts", true),
  /** Older versions of corrected facts: the key of the fact, then the version. */
  SUPERSEDED("superseded", false),
  /** What each batch has come to: progress while it runs, then its receipt. */
  BATCHES("batches", false),
  /** Refused rows, by batch and place in the batch. */
  QUARANTINE("quarantine", false),
  /** Enterprises whose facts changed since their features were last computed. */
  TOUCHED("touched", false, Secrecy.CLEAR),
  /** Profile, last vector and score, by enterprise. */
  ENTERPRISES("enterprises", false),
  MODELS("models", false),
  PRODUCTS("products", false, Secrecy.CLEAR),
  DEMANDS("demands", false),
  /** Which demands stand open, by enterprise, and what each was last offered. */
  DEMAND_MATCHES("demand_matches", false),
  /** Products that lenders prepare, by organisation and number. */
  PRODUCT_DRAFTS("product_drafts", false),
  /** Withdrawals of products, their quotas and what is reserved of them. */
  PRODUCT_STATES("product_states", false),
  /** Policy tools, every version of each. */
  POLICIES("policies", false),
  /** Rows without a code and what was decided of each, by batch and line. */
  RESOLUTIONS("resolutions", false),
  /** Cases by how far they came, with hashes of what they say, to find some without reading all. */
  CASE_MARKS("case_marks", false, Secrecy.CLEAR),
  /** Batches with rows without a code that nobody has looked at yet. */
  UNWEIGHED("unweighed", false, Secrecy.CLEAR),
  /** What rules found to mend in refused rows, by batch and line. */
  CLEANINGS("cleanings", false),
  /** The refused row that a fact came from, by the key of the fact. */
  TRACES("traces", false),
  /** Tallies of what was reported, by month, feed, source and district. */
  LEDGER("ledger", false, Secrecy.CLEAR),
  /** Figures that the office enters, by month and name, each value kept. */
  FIGURES("figures", false),
  /** The unified code of each old one, by old code. */
  CODE_MAP("code_map", false, Secrecy.CLEAR),
  /** Answers already given, by the caller's idempotency key. */
  IDEMPOTENCY("idempotency", false),
  /** Accounts by id, and the account of each token by the token's hash. */
  ACCOUNTS("accounts", false),
  /** How far the backfill of a feature has come, by its name. */
  BACKFILLS("backfills", false, Secrecy.CLEAR),
  /** How features spread on a day, by day and district. */
  SNAPSHOTS("feature_snapshots", false, Secrecy.CLEAR),
  /** Early warnings, by district and enterprise. */
  WARNINGS("warnings", false),
  /** The feature vector that the last refresh kept, by enterprise. */
  VECTORS("vectors", true, Secrecy.SEALED_FIGURES),
  /** The figures that the last batch run gave, by enterprise. */
  RATINGS("ratings", true, Secrecy.SEALED_FIGURES),
  /** The figures of earlier runs that had other inputs, by enterprise and their digest. */
  PAST_RATINGS("past_ratings", false),
  /** Batch runs by number. */
  BATCH_RUNS("batch_runs", false),
  /** What shadows said beside the champion, by shadow and enterprise. */
  SHADOWS("shadows", false),
  /** Scores that were served, never changed, by enterprise and digest. */
  SCORES("scores", true),
  /** Who read which score, when and why, by enterprise, score and reader. */
  SCORE_READS("score_reads", false),
  /** The models behind stored scores, by digest, so that a past score can be computed again. */
  SCORE_MODELS("score_models", false),
  /** Whether an enterprise has stored scores, by enterprise. */
  SCORED("scored", false, Secrecy.CLEAR),
  /** Enterprises with stored scores to which a batch brought facts, by batch and enterprise. */
  SCORED_IN_BATCH("scored_in_batch", false, Secrecy.CLEAR),
  /** To which lenders an enterprise has shown a score, by enterprise, score and lender. */
  SCORE_SHARES("score_shares", false),
  /** Objections and requests for repair, by enterprise and number. */
  CASES("cases", false),
  /** The enterprise of each open case, by number. */
  OPEN_CASES("open_cases", false),
  /** What became of those who were scored, by enterprise, day of the score and source. */
  OUTCOMES("outcomes", false),
  /** What lenders decided, by enterprise, day and lender. */
  LENDER_DECISIONS("lender_decisions", false),
  /** What lenders decided before, counted by lender, product and grade. */
  LENDING_RECORD("lending_record", false),
  /** References, bases and reports of watched models, and the rules they are judged by. */
  MONITORING("monitoring", false),
  /** How peers spread, by group, for the inputs of the models that serve. */
  PEERS("peers", false),
  /** What an organisation is told, by organisation and number. */
  NOTICES("notices", false),
  /** Who changed what, by number, each entry linked to the one before it. */
  AUDIT("audit", false, Secrecy.CLEAR),
  /** Who read the file of an enterprise, by enterprise and number. */
  ACCESSES("accesses", false),
  /** What enterprises let lenders read, by enterprise, with indexes by number and by lender. */
  CONSENTS("consents", false),
  /** Questions and answers: threads, the files sent in them, and an index by either side. */
  INQUIRIES("inquiries", false),
  /** Printed credit reports, by code, with their files and an index by digest. */
  CREDIT_REPORTS("credit_reports", false),
  /** Leads by the names that lenders know them by, their exports, searches and quotas. */
  LEADS("leads", false),
  /** How people come in: by user name, and invitations by the hash of their code. */
  LOGINS("logins", false, Secrecy.SEALED_UNDER_DIGEST),
  /** Sessions that are open, by the hash of their token. */
  SESSIONS("sessions", false),
  /** Requests that a person look again, by enterprise and number, with those open by number. */
  REVIEWS("reviews", false),
  /** Whether enterprises are who they say, by enterprise, with an index of what is under way. */
  VERIFICATIONS("verifications", false),
  /** Certificates and public keys that accounts are bound to, by account. */
  BINDINGS("bindings", false),
  /** Nonces of signed requests, by their hash, until their signatures are too old. */
  NONCES("nonces", false),
  /** Applications for loans, by enterprise and number. */
  APPLICATIONS("applications", false),
  /** Lists of applications by party, by demand, and of those with a clock that may ring. */
  APPLICATION_INDEX("application_index", false),
  /** Reports that the office filed with their files, what it owes, and its exports. */
  FILINGS("filings", false),
  /** Events that shall leave the platform, in the order of their commits. */
  OUTBOX("outbox", false),
  /** Reports of lenders, claims, complaints and notices, by book and number, with their lists. */
  CASE_BOOKS("case_books", false),
  /** Where each event of the outbox lies, where each day begins, and how many arose, by day. */
  OUTBOX_INDEX("outbox_index", false),
  /** How far each node has been told, batches under way, and what it answered, by record. */
  FEEDBACK("feedback", false),
  /** What each run of retention deleted, in numbers, by its instant. */
  RETENTIONS("retentions", false, Secrecy.CLEAR),
  /** Days on which subjects came to the platform and became verified, by enterprise. */
  MILESTONES("milestones", false, Secrecy.SEALED_FIGURES),
  /** Figures of targets that the office enters, by figure, district and day, each value kept. */
  HAND_FIGURES("hand_figures", false),
  /** What each round of a matching day advised, by day and round. */
  MATCH_DAYS("match_days", false);

  private final String title;
  private final boolean bulk;
  private final Secrecy secrecy;

  /** Sealed, unless there is a reason not to. */
  Family(String title, boolean bulk) {
    this(title, bulk, Secrecy.SEALED);
  }

  Family(String title, boolean bulk, Secrecy secrecy) {
    this.title = title;
    this.bulk = bulk;
    this.secrecy = secrecy;
  }

  /** The name on disk; never changed once released. */
  public String title() {
    return title;
  }

  /** How its entries lie on the disk of a sealed store. */
  public Secrecy secrecy() {
    return secrecy;
  }

  static boolean isKnown(String title) {
    return Arrays.stream(values()).anyMatch(family -> family.title.equals(title));
  }

  /** Whether it receives millions of puts, and so deserves large write buffers. */
  boolean bulk() {
    return bulk;
  }
}
