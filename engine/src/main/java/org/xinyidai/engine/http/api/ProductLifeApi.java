package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.market.Quotas;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.engine.market.Withdrawals.Withdrawal;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Quota;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/** What becomes of a product once it is published: versions, withdrawal, quota (产品版本、下架与额度). */
final class ProductLifeApi {
  private static final int LONGEST_REASON = 200;

  /** More loans than any city grants of one product. */
  private static final long MOST_LOANS = 1_000_000_000L;

  private static final long MOST_FEN = 1_000 * AmountRange.MAX_FEN;

  private final Backend backend;
  private final Platform platform;
  private final Shelf shelf;
  private final Quotas quotas;
  private final int maxBytes;
  private final Workers workers;

  /**
   * A version and how it stands.
   *
   * @param status {@code offered}, {@code superseded}, {@code future}, {@code ended} or {@code
   *     withdrawn}
   */
  record VersionView(
      int version, String status, ObjectNode product, @Nullable WithdrawalView withdrawal) {}

  /** The answer with its one member. */
  record VersionList(List<VersionView> versions) {}

  /** That a product is taken off. */
  record WithdrawalView(int version, LocalDate from, String reason) {
    static WithdrawalView of(Withdrawal one) {
      return new WithdrawalView(one.version(), one.from(), one.reason());
    }
  }

  /** A withdrawal as it is asked for; from today where no day is given. */
  record ToWithdraw(@Nullable String reason, @Nullable String from) {}

  /** Bounds as a lender sets them; what is left out is not bounded. */
  record ToBound(@Nullable Long loans, @Nullable Long amountFen) {}

  /** Bounds, what is used, what is left; null where nothing bounds it. */
  record QuotaView(
      @Nullable Long loans,
      @Nullable Long amountFen,
      long usedLoans,
      long usedFen,
      @Nullable Long loansLeft,
      @Nullable Long fenLeft) {
    static QuotaView of(Quota quota) {
      boolean loans = quota.loans() < Quota.UNBOUNDED;
      boolean fen = quota.amountFen() < Quota.UNBOUNDED;
      return new QuotaView(
          loans ? quota.loans() : null,
          fen ? quota.amountFen() : null,
          quota.usedLoans(),
          quota.usedFen(),
          loans ? quota.loansLeft() : null,
          fen ? quota.fenLeft() : null);
    }
  }

  ProductLifeApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.shelf = platform.shelf();
    this.quotas = platform.market().quotas();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(Operation.LIST_PRODUCT_VERSIONS, "/products/{id}/versions", this::versions),
        Endpoint.get(
            Operation.GET_PRODUCT_VERSION, "/products/{id}/versions/{version}", this::version),
        Endpoint.post(
            Operation.WITHDRAW_PRODUCT, "/products/{id}/withdrawal", json, this::withdraw),
        Endpoint.get(Operation.GET_PRODUCT_QUOTA, "/products/{id}/quota", this::quota),
        Endpoint.post(Operation.SET_PRODUCT_QUOTA, "/products/{id}/quota", json, this::bound));
  }

  private Future<Answer> versions(Call call) {
    LocalDate day = backend.usualDay();
    return workers.run(
        () ->
            Answer.json(
                new VersionList(versionsOf(call).stream().map(one -> view(one, day)).toList())));
  }

  private Future<Answer> version(Call call) {
    LocalDate day = backend.usualDay();
    String wanted = call.path("version");
    return workers.run(
        () ->
            versionsOf(call).stream()
                .filter(one -> Integer.toString(one.version()).equals(wanted))
                .findFirst()
                .map(one -> Answer.json(view(one, day)))
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("version")));
  }

  private VersionView view(LoanProduct product, LocalDate day) {
    Optional<Withdrawal> withdrawal = shelf.withdrawals().of(product);
    return new VersionView(
        product.version(),
        status(product, withdrawal, day),
        shelf.json().write(product),
        withdrawal.map(WithdrawalView::of).orElse(null));
  }

  private String status(LoanProduct product, Optional<Withdrawal> withdrawal, LocalDate day) {
    if (withdrawal.filter(one -> !day.isBefore(one.from())).isPresent()) {
      return "withdrawn";
    }
    if (!product.effective().begunBy(day)) {
      return "future";
    }
    boolean newer =
        shelf.begun(product.id(), day).filter(one -> one.version() > product.version()).isPresent();
    if (newer) {
      return "superseded";
    }
    return product.effectiveOn(day) ? "offered" : "ended";
  }

  private Future<Answer> withdraw(Call call) {
    ToWithdraw asked = call.json(ToWithdraw.class);
    String reason = asked.reason() == null ? "" : asked.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "请用1至" + LONGEST_REASON + "个字说明下架原因",
              "Say in 1 to " + LONGEST_REASON + " characters why")
          .at("reason");
    }
    LocalDate today = backend.usualDay();
    LocalDate from = asked.from() == null ? today : day(asked.from());
    if (from.isBefore(today)) {
      throw invalidDay("下架日期不能早于今日", "A product is not withdrawn in the past");
    }
    String person = call.access().account().id();
    return workers.run(
        () -> {
          // No version is published between the look at the newest and the write.
          synchronized (shelf) {
            LoanProduct newest = newestOf(call);
            Command<Answer> change =
                changes -> {
                  Withdrawal one =
                      new Withdrawal(
                          newest.id().value(),
                          newest.version(),
                          from,
                          reason,
                          person,
                          changes.instant());
                  if (!shelf.withdrawals().put(changes, one, today)) {
                    throw Refusal.of(
                        ProblemType.INVALID_VALUE,
                        "该产品已下架；如需恢复，请发布新的版本",
                        "The product is withdrawn already; publish a new version to bring it back");
                  }
                  return Answer.json(WithdrawalView.of(one));
                };
            Answer answer =
                platform.store().execute(OncePerKey.of(call, Operation.WITHDRAW_PRODUCT, change));
            shelf.reload();
            return answer;
          }
        });
  }

  private Future<Answer> quota(Call call) {
    return workers.run(
        () -> {
          LoanProduct product = versionsOf(call).get(0);
          Quota quota =
              quotas.find(product.id()).orElse(new Quota(Quota.UNBOUNDED, Quota.UNBOUNDED, 0, 0));
          return Answer.json(QuotaView.of(quota));
        });
  }

  private Future<Answer> bound(Call call) {
    ToBound asked = call.json(ToBound.class);
    long loans = bound("loans", asked.loans(), MOST_LOANS);
    long amountFen = bound("amountFen", asked.amountFen(), MOST_FEN);
    return workers.run(
        () -> {
          LoanProduct newest = newestOf(call);
          ProductId id = newest.id();
          refuseTooLittle(amountFen, newest.amount().minFen());
          Command<Answer> change =
              changes -> Answer.json(QuotaView.of(quotas.bound(changes, id, loans, amountFen)));
          return platform.store().execute(OncePerKey.of(call, Operation.SET_PRODUCT_QUOTA, change));
        });
  }

  private static long bound(String field, @Nullable Long given, long most) {
    if (given == null) {
      return Quota.UNBOUNDED;
    }
    if (given < 0 || given > most) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE, "须为0至" + most + "的整数", "A whole number from 0 to " + most)
          .at(field);
    }
    return given;
  }

  /** A budget from which not one loan can be made is a slip; nothing at all pauses the product. */
  private static void refuseTooLittle(long amountFen, long leastFen) {
    if (amountFen > 0 && amountFen < leastFen) {
      Text least = ValueText.of(Unit.FEN, (double) leastFen);
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "额度低于该产品单笔最低贷款额" + least.zh() + "，一笔也无法发放；如需暂停该产品请填0",
              "Less than the least loan of the product, " + least.en() + "; 0 pauses the product")
          .at("amountFen");
    }
  }

  private LoanProduct newestOf(Call call) {
    List<LoanProduct> versions = versionsOf(call);
    return versions.get(versions.size() - 1);
  }

  /** The versions of a product of the caller's; not found where there is none. */
  private List<LoanProduct> versionsOf(Call call) {
    String id = call.path("id");
    List<LoanProduct> versions =
        ProductId.isWellFormed(id) ? shelf.versions(new ProductId(id)) : List.of();
    if (versions.isEmpty() || !call.access().covers(versions.get(0).lender().organisation())) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("id");
    }
    return versions;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw invalidDay("日期格式为 YYYY-MM-DD", "A day is written YYYY-MM-DD");
    }
  }

  private static Refusal invalidDay(String zh, String en) {
    return Refusal.of(ProblemType.INVALID_VALUE, zh, en).at("from");
  }
}
