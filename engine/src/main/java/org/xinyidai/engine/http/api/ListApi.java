package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.CreditLists.Member;
import org.xinyidai.engine.serving.CreditLists.SeriousShare;
import org.xinyidai.engine.serving.CreditLists.Wanted;
import org.xinyidai.models.quality.PointRule;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.subject.Uscc;

/** Red and black lists with entry and exit (信用名单). Requirements D3, D6. */
final class ListApi {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final int RATE_DECIMALS = 6;
  private static final int POINT_DECIMALS = 2;

  private final Backend backend;
  private final Platform platform;
  private final Workers workers;

  /** A page of places; the code behind which the next begins, null on the last. */
  record MemberList(List<MemberView> members, @Nullable String next) {}

  /** A place on a list, from the decision that entered it until it leaves. */
  record MemberView(
      String uscc,
      @Nullable String name,
      String list,
      LocalDate enteredOn,
      String documentNumber,
      String legalBasis,
      String authority,
      @Nullable LocalDate leftOn,
      @Nullable String leftBecause,
      @Nullable TextView repairRoute) {
    static MemberView of(Member member) {
      Listing entry = member.place().entry();
      return new MemberView(
          member.uscc().value(),
          member.name(),
          entry.list().name().toLowerCase(Locale.ROOT),
          entry.day(),
          entry.documentNumber(),
          entry.legalBasis(),
          entry.authority(),
          member.place().exit().map(exit -> exit.on()).orElse(null),
          member.place().exit().map(exit -> exit.cause().titleZh()).orElse(null),
          member.place().stands() ? RouteViews.of(entry) : null);
    }
  }

  /** The serious-dishonest share with its points of 3; both null while there are no subjects. */
  record ShareView(
      LocalDate asOf,
      long serious,
      long subjects,
      @Nullable Double share,
      @Nullable Double points) {}

  ListApi(Backend backend, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_CREDIT_LISTS, "/credit-lists", this::members)
            .withQuery("list", "asOf", "left", "after", "limit"),
        Endpoint.get(Operation.GET_SERIOUS_SHARE, "/credit-lists/serious-share", this::share)
            .withQuery("asOf"));
  }

  private Future<Answer> members(Call call) {
    @Nullable CreditListKind list = call.oneOf("list", CreditListKind.values()).orElse(null);
    LocalDate day = call.day("asOf").orElseGet(backend::usualDay);
    boolean left = call.query("left").map("true"::equals).orElse(false);
    @Nullable Uscc after = call.query("after").map(code -> Call.usccOf("after", code)).orElse(null);
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    Access access = call.access();
    return workers.run(
        () -> {
          List<Member> page =
              platform
                  .lists()
                  .members(
                      new Wanted(list, day, left, one -> access.covers(one.value())), after, limit);
          long enterprises = page.stream().map(Member::uscc).distinct().count();
          return Answer.json(
              new MemberList(
                  page.stream().map(MemberView::of).toList(),
                  enterprises < limit ? null : page.get(page.size() - 1).uscc().value()));
        });
  }

  private Future<Answer> share(Call call) {
    LocalDate day = call.day("asOf").orElseGet(backend::usualDay);
    return workers.run(
        () -> {
          SeriousShare share = platform.lists().seriousShare(day);
          @Nullable Ratio rate = Ratio.of(share.serious(), share.subjects()).orElse(null);
          return Answer.json(
              new ShareView(
                  day,
                  share.serious(),
                  share.subjects(),
                  rate == null ? null : rate.toDecimal(RATE_DECIMALS).doubleValue(),
                  rate == null
                      ? null
                      : PointRule.SERIOUSLY_DISHONEST
                          .pointsOf(rate)
                          .toDecimal(POINT_DECIMALS)
                          .doubleValue()));
        });
  }
}
