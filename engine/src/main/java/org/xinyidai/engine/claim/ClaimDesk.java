package org.xinyidai.engine.claim;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xinyidai.connectors.feedback.FinancingResult.Institution;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.casebook.Book;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.inquiry.FileKind;
import org.xinyidai.engine.lending.Contracts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.claim.ClaimFlow;
import org.xinyidai.models.financing.claim.ClaimProof;
import org.xinyidai.models.financing.claim.ClaimState;
import org.xinyidai.models.financing.claim.ClaimStepKind;
import org.xinyidai.models.financing.claim.ClaimedLoan;
import org.xinyidai.models.financing.claim.LoanClaim;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.subject.Uscc;

/**
 * Files claims and takes their steps (认领办理台). A contract is claimed once by its lender, and no loan
 * that has an application here is claimed at all.
 */
public final class ClaimDesk {
  /** Applications of one enterprise with one lender that are held against a claim. */
  private static final int MOST_APPLICATIONS = 500;

  private final CaseBook<HeldClaim> book;
  private final ClaimProofs proofs;
  private final ClaimNotices notices;
  private final Loans loans;
  private final Outbox outbox;
  private final Shelf shelf;
  private final Organisations organisations;
  private final Contracts contracts;

  private ClaimDesk(
      CaseBook<HeldClaim> book,
      ClaimProofs proofs,
      ClaimNotices notices,
      Loans loans,
      Platform platform) {
    this.book = book;
    this.proofs = proofs;
    this.notices = notices;
    this.loans = loans;
    this.outbox = loans.outbox();
    this.shelf = platform.shelf();
    this.organisations = new Organisations(platform.store(), new SecureRandom());
    this.contracts = new Contracts(platform.store());
  }

  /** The desk of a platform. */
  public static ClaimDesk of(Platform platform, Loans loans, Accounts accounts) {
    return new ClaimDesk(
        new CaseBook<>(platform.store(), Book.CLAIMS, HeldClaim.class),
        new ClaimProofs(platform),
        new ClaimNotices(platform.notices(), accounts::offices, loans.names()),
        loans,
        platform);
  }

  /** What a lender claims. */
  public record Wanted(String id, String lender, Uscc uscc, ClaimedLoan loan) {}

  /** A claim that may be filed, with what proves it. */
  public record Proved(Wanted wanted, ClaimProof proof, String district) {}

  /** The book of claims. */
  public CaseBook<HeldClaim> book() {
    return book;
  }

  /** The offices that see a claim's district and will be told, asked before a change. */
  public List<String> offices(String district) {
    return notices.offices(district);
  }

  /**
   * Looks for what proves a claim; reads the store.
   *
   * @throws ClaimRefused when the loan is not sound, is known here, or no match is found
   */
  public Proved prove(Wanted wanted) {
    LocalDate today = loans.today();
    wanted
        .loan()
        .fault(today)
        .ifPresent(
            field -> {
              throw new ClaimRefused(field, "取值有误，请核对", "cannot be; check it");
            });
    refuseKnown(wanted);
    ClaimProof proof =
        proofs
            .find(wanted.uscc(), wanted.lender(), wanted.loan().grantedOn())
            .orElseThrow(
                () ->
                    new ClaimRefused(
                        "uscc",
                        "发放日前%d日内没有该企业在平台与贵机构产品匹配的记录，不能认领".formatted(ClaimProof.WINDOW_DAYS),
                        "no demand of it matched a product of yours within %d days before"
                            .formatted(ClaimProof.WINDOW_DAYS)));
    return new Proved(wanted, proof, loans.clerk().district(wanted.uscc(), today));
  }

  /** A loan with an application is reported, not claimed. */
  private void refuseKnown(Wanted wanted) {
    List<Application> held =
        loans
            .applications()
            .of(
                wanted.uscc().value(),
                mark -> mark.lender().equals(wanted.lender()),
                "",
                MOST_APPLICATIONS)
            .applications();
    for (Application one : held) {
      boolean same = isNumber(one, wanted.loan().contractNumber());
      boolean running =
          one.state().phase() == Phase.HANDLING || one.state().phase() == Phase.CHOOSING;
      if (same || running) {
        throw signed(one.id().value());
      }
    }
  }

  private static ClaimRefused signed(String application) {
    return new ClaimRefused(
        "contractNumber",
        "该企业在平台有向贵机构的申请 " + application + "，请按该申请报送，不能认领",
        "it has application " + application + " with you: report that");
  }

  private static boolean isNumber(Application application, String number) {
    Contract contract = application.contract();
    Grant grant = application.grant();
    return (contract != null && contract.number().equals(number))
        || (grant != null && grant.number().equals(number));
  }

  /**
   * Files a claim and tells the enterprise, as a part of a larger change.
   *
   * @throws ClaimRefused when the contract was claimed before
   */
  public LoanClaim file(Changes changes, Proved proved, List<String> toOffices) {
    Wanted wanted = proved.wanted();
    String name = name(wanted.lender(), wanted.loan().contractNumber());
    Optional<String> before = book.named(changes, name);
    if (before.isPresent()) {
      throw new ClaimRefused(
          "contractNumber",
          "该合同已认领：" + before.get(),
          "this contract was claimed before: " + before.get());
    }
    contracts
        .application(changes, wanted.lender(), wanted.loan().contractNumber())
        .ifPresent(
            id -> {
              throw signed(id);
            });
    Instant now = changes.instant();
    LoanClaim claim =
        new LoanClaim(
            wanted.id(),
            wanted.lender(),
            wanted.uscc(),
            proved.district(),
            wanted.loan(),
            proved.proof(),
            ClaimState.FILED,
            ChinaTime.dayOf(now),
            now,
            List.of(),
            List.of());
    book.name(changes, name, claim.id());
    notices.filed(changes, claim, toOffices);
    return put(changes, claim);
  }

  /**
   * Adds evidence.
   *
   * @throws ClaimRefused when the claim is decided or has enough of it
   */
  public LoanClaim attach(Changes changes, String id, String name, FileKind kind, byte[] bytes) {
    LoanClaim claim = book.find(changes, id).orElseThrow().claim();
    if (!claim.state().isOpen() || claim.files().size() >= LoanClaim.MOST_FILES) {
      throw new ClaimRefused(
          "id",
          "认领已办结或证据已满" + LoanClaim.MOST_FILES + "份",
          "the claim is decided or has " + LoanClaim.MOST_FILES + " files");
    }
    int number = claim.files().size() + 1;
    book.file(changes, id, number, bytes);
    return put(
        changes,
        claim.with(
            new LoanClaim.Evidence(number, name, kind.contentType(), bytes.length, Sm3.of(bytes))));
  }

  /**
   * Takes a step; a confirmation puts the loan into the outbox.
   *
   * @param applicant what the platform knows of the enterprise today, by {@link #applicant}
   * @throws ClaimRefused when the step cannot be taken
   */
  public LoanClaim step(
      Changes changes,
      String id,
      ClaimFlow.Wish wish,
      Applicant applicant,
      List<String> toOffices) {
    LoanClaim claim = book.find(changes, id).orElseThrow().claim();
    ClaimFlow.obstacle(claim, wish, loans.calendar())
        .ifPresent(
            why -> {
              throw new ClaimRefused("step", why);
            });
    LoanClaim after = ClaimFlow.take(claim, wish);
    if (wish.kind() == ClaimStepKind.CONFIRM) {
      outbox.put(
          changes,
          ClaimResult.event(after, applicant, institution(changes, after), changes.instant()));
    }
    if (after.state() == ClaimState.REFUSED || after.state() == ClaimState.WITHDRAWN) {
      book.free(changes, name(after.lender(), after.loan().contractNumber()));
    }
    notices.stepped(changes, after, toOffices);
    return put(changes, after);
  }

  /** What the platform knows of the enterprise of a claim; reads the store. */
  public Applicant applicant(LoanClaim claim) {
    return loans.clerk().applicant(claim.uscc(), loans.today());
  }

  private Institution institution(Changes changes, LoanClaim claim) {
    String name =
        shelf
            .find(new ProductId(claim.proof().products().get(0)))
            .map(product -> product.lender().name().zh())
            .orElse(claim.lender());
    return new Institution(organisations.institutionCode(changes, claim.lender()).orElse(""), name);
  }

  /** The loans that were confirmed and pass a filter, counted. */
  public ClaimFigures figures(Predicate<LoanClaim> filter) {
    return ClaimFigures.of(book, filter);
  }

  private LoanClaim put(Changes changes, LoanClaim claim) {
    book.put(changes, new HeldClaim(claim));
    return claim;
  }

  private static String name(String lender, String contract) {
    return Contracts.name(lender, contract);
  }
}
