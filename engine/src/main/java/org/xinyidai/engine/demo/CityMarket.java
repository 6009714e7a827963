package org.xinyidai.engine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xinyidai.engine.filing.Duties;
import org.xinyidai.engine.filing.Duty;
import org.xinyidai.engine.identity.AccountFile;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.IssuedAccount;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.login.Invitations;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.engine.verification.VerificationDesk;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.history.History;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Decision;

/** The market of the simulated city (模拟城市融资对接): some demands with their matches, and accounts. */
final class CityMarket {
  private static final String ACCOUNTS = "demo-accounts.json";

  /** Every so many-th enterprise posts a demand: enough for a picture, few enough to be quick. */
  private static final int DEMAND_EVERY = 25;

  private static final String PACK = "genhe-2023";

  private static final String SIMULATED = "模拟数据：由演示程序标记，未经真实核验";

  private static final LoanRequest REQUEST =
      new LoanRequest(50_000_000L, 12, Purpose.WORKING_CAPITAL, Rate.MAX_BP);

  private final Platform platform;
  private final Accounts accounts;
  private final Show show;
  private final Loans loans;
  private final CityLoans lending;

  CityMarket(Platform platform, Accounts accounts, Show show) {
    this.platform = platform;
    this.accounts = accounts;
    this.show = show;
    this.loans = Loans.of(platform, accounts);
    this.lending = new CityLoans(platform.store(), loans, show);
  }

  void open(Path folder, LocalDate asOf) throws IOException {
    Map<String, Long> reasons = new HashMap<>();
    long offered = 0;
    Optional<Uscc> matched = Optional.empty();
    List<Uscc> posting = posting();
    for (Uscc uscc : posting) {
      Demand demand = post(uscc, asOf);
      Matched decided = loans.clerk().decide(demand, asOf);
      lending.apply(demand, decided, asOf);
      if (decided.offered() > 0) {
        offered++;
        matched = matched.or(() -> Optional.of(uscc).filter(one -> isInOperation(one, asOf)));
      }
      decided.withheld(Optional.empty(), Integer.MAX_VALUE).stream()
          .flatMap(withheld -> withheld.mismatches().stream())
          .forEach(mismatch -> reasons.merge(mismatch.criterion().zh(), 1L, Long::sum));
    }
    show.say(
        "matches 匹配: %d demands, %d products, %d demands have an offer"
            .formatted(posting.size(), platform.shelf().matcher(asOf).products().size(), offered));
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(5)
        .forEach(
            reason ->
                show.say("  withheld 未匹配: %s x %d".formatted(reason.getKey(), reason.getValue())));
    Uscc borrower = matched.orElseGet(() -> inOperation(asOf));
    verify(posting, borrower);
    lending.finish();
    owe(asOf);
    issueAccounts(folder, borrower, asOf);
  }

  /** Those who post are taken for verified, for nobody here has an account to send money to. */
  private void verify(List<Uscc> posting, Uscc borrower) {
    VerificationDesk desk = new VerificationDesk(platform.store(), new SecureRandom());
    int verified =
        platform
            .store()
            .execute(
                changes -> {
                  Set<Uscc> all = new TreeSet<>(posting);
                  all.add(borrower);
                  all.forEach(one -> desk.decide(changes, one, Decision.VERIFY, SIMULATED));
                  return all.size();
                });
    show.say("real names 实名认证 (simulated): %d enterprises".formatted(verified));
  }

  /** The office owes the month before the demonstration's day, so that its calendar shows one. */
  private void owe(LocalDate asOf) {
    Duties duties = new Duties(platform.store());
    if (duties.all().isEmpty()) {
      String since = FilingPeriod.of(FilingPeriod.Kind.MONTH, asOf.minusMonths(1)).code();
      String month = FilingPeriod.Kind.MONTH.code();
      platform
          .store()
          .execute(
              changes ->
                  duties.put(
                      changes, new Duty(PACK, month, since, null, "demo", changes.instant())));
    }
  }

  private List<Uscc> posting() {
    List<Uscc> posting = new ArrayList<>();
    List<Uscc> all = platform.vectors().enterprises();
    for (int i = 0; i < all.size(); i += DEMAND_EVERY) {
      posting.add(all.get(i));
    }
    return posting;
  }

  /** One that may borrow, where no demand has an offer; the first of all where nobody may. */
  private Uscc inOperation(LocalDate asOf) {
    List<Uscc> all = platform.vectors().enterprises();
    return all.stream().filter(one -> isInOperation(one, asOf)).findFirst().orElse(all.get(0));
  }

  private boolean isInOperation(Uscc uscc, LocalDate asOf) {
    History history = platform.vectors().history(uscc, platform.store().instant());
    return Profile.of(history, asOf).status() == EnterpriseStatus.ACTIVE;
  }

  private Demand post(Uscc uscc, LocalDate asOf) {
    DemandId id = new DemandId("demo-" + uscc.value().toLowerCase(Locale.ROOT));
    Demand demand = new Demand(id, uscc, REQUEST, asOf, Map.of());
    platform.demands().post(demand);
    return demand;
  }

  /** Tokens are shown once: a file that is there already keeps those of the first run. */
  private void issueAccounts(Path folder, Uscc enterprise, LocalDate asOf) throws IOException {
    Path file = folder.resolve(ACCOUNTS);
    if (Files.notExists(file)) {
      History history = platform.vectors().history(enterprise, platform.store().instant());
      String name = Profile.of(history, asOf).name();
      List<IssuedAccount> issued =
          List.of(
              accounts.issue(Role.SOURCE, "模拟税务局", "simulated-tax-office"),
              accounts.issue(Role.ENTERPRISE, name == null ? "模拟企业" : name, enterprise.value()),
              lender(),
              accounts.issue(Role.OFFICE, "模拟信易贷办公室", "simulated-office"),
              accounts.issue(Role.AUDITOR, "演示审计员", "simulated-audit"),
              accounts.issue(Role.ADMIN, "演示管理员", "simulated-platform"));
      AccountFile.write(file, issued, invite(issued));
    }
    show.say("accounts 账户: " + file + " (invitations 邀请码: open /login, 72 h)");
  }

  /** Of the organisation whose products were applied for most. */
  private IssuedAccount lender() {
    Lender lender = lending.busiest().orElseGet(() -> platform.shelf().newest().get(0).lender());
    return accounts.issue(Role.BANK, lender.name().zh() + "（演示）", lender.organisation());
  }

  /** For people who try the pages; a source is a machine. */
  private Map<String, Token> invite(List<IssuedAccount> issued) {
    Invitations invitations = new Invitations(platform.store(), accounts, platform.clock());
    Map<String, Token> codes = new HashMap<>();
    for (IssuedAccount one : issued) {
      if (one.account().role() != Role.SOURCE) {
        codes.put(one.account().id(), invitations.invite(one.account().id(), new SecureRandom()));
      }
    }
    return codes;
  }
}
