package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.xinyidai.engine.archive.ScoreId;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.archive.TouchedScores.Touch;
import org.xinyidai.engine.http.api.StoredScoreView.ReplayView;
import org.xinyidai.engine.http.api.StoredScoreView.ScoreList;
import org.xinyidai.engine.http.api.StoredScoreView.ShareToPost;
import org.xinyidai.engine.http.api.StoredScoreView.ShareView;
import org.xinyidai.engine.http.api.StoredScoreView.TouchList;
import org.xinyidai.engine.http.api.StoredScoreView.TouchView;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;

/** Stored scores (存档评分): shown, shown to lenders, proved, and what later facts do to them. */
final class ScoreApi {
  /** A consent for a year at most is the custom of the trade. */
  private static final int MOST_DAYS = 365;

  /** The newest ones; some years of a score a day. */
  private static final int MOST_SCORES = 1_000;

  /** Each enterprise of a page is scored again. */
  private static final int LARGEST_PAGE = 100;

  private final Platform platform;
  private final int maxBytes;
  private final Workers workers;

  ScoreApi(Platform platform, int maxBytes, Workers workers) {
    this.platform = platform;
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(Operation.GET_STORED_SCORE, "/scores/{id}", this::score),
        Endpoint.get(Operation.REPLAY_SCORE, "/scores/{id}/replay", this::replay),
        Endpoint.post(Operation.SHARE_SCORE, "/scores/{id}/shares", json, this::share),
        Endpoint.get(Operation.LIST_SCORES, "/enterprises/{uscc}/scores", this::scores)
            .withQuery("limit"),
        Endpoint.get(Operation.GET_TOUCHED, "/enterprises/{uscc}/touched", this::touched),
        Endpoint.get(Operation.GET_BATCH_TOUCHED, "/batches/{id}/touched", this::touchedByBatch)
            .withQuery("after", "limit"));
  }

  private Future<Answer> score(Call call) {
    Access access = call.access();
    String id = call.path("id");
    return workers.run(
        () -> {
          StoredScore stored = find(id, number -> mayRead(access, number));
          platform.archive().read(stored, Readers.of(access));
          return Answer.json(
              access.account().role() == Role.BANK
                  ? StoredScoreView.of(stored)
                  : StoredScoreView.of(stored, platform.archive().readings(stored.id())));
        });
  }

  private boolean mayRead(Access access, ScoreId id) {
    Account account = access.account();
    return account.role() == Role.BANK
        ? platform.shares().allows(id, account.organisation(), platform.clock().instant())
        : access.covers(id.uscc().value());
  }

  private Future<Answer> replay(Call call) {
    Access access = call.access();
    String id = call.path("id");
    return workers.run(
        () -> {
          StoredScore stored = find(id, number -> access.covers(number.uscc().value()));
          return Answer.json(ReplayView.of(platform.replay().of(stored)));
        });
  }

  private Future<Answer> share(Call call) {
    Access access = call.access();
    String id = call.path("id");
    ShareToPost posted = call.json(ShareToPost.class);
    String lender = posted.lender() == null ? "" : posted.lender().strip();
    if (lender.isEmpty() || lender.length() > Account.MAX_TEXT) {
      throw invalid("lender", "请填写金融机构名称", "name the lender");
    }
    int days = posted.days() == null ? -1 : posted.days();
    if (days < 0 || days > MOST_DAYS) {
      throw invalid(
          "days",
          "授权天数须为0至" + MOST_DAYS + "的整数，0为立即撤回",
          "a whole number of days from 0 to " + MOST_DAYS + "; 0 revokes at once");
    }
    Instant until = platform.clock().instant().plus(Duration.ofDays(days));
    return workers.run(
        () -> {
          StoredScore stored = find(id, number -> access.covers(number.uscc().value()));
          return platform
              .store()
              .execute(
                  OncePerKey.of(
                      call,
                      Operation.SHARE_SCORE,
                      changes ->
                          Answer.created(
                              "/scores/" + id,
                              ShareView.of(
                                  id,
                                  platform.shares().put(changes, stored.id(), lender, until)))));
        });
  }

  private Future<Answer> scores(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    int limit = call.number("limit", LARGEST_PAGE, 1, MOST_SCORES);
    return workers.run(
        () -> {
          requireCovered(access, uscc);
          return Answer.json(
              new ScoreList(
                  platform.archive().of(uscc).stream()
                      .limit(limit)
                      .map(one -> StoredScoreView.of(one, platform.archive().readings(one.id())))
                      .toList()));
        });
  }

  private Future<Answer> touched(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    return workers.run(
        () -> {
          requireCovered(access, uscc);
          return Answer.json(new TouchList(views(platform.touched().of(uscc)), null));
        });
  }

  private Future<Answer> touchedByBatch(Call call) {
    String id = call.path("id");
    int after = call.number("after", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", LARGEST_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          String feed =
              platform
                  .batches()
                  .find(id)
                  .map(receipt -> receipt.batch().feed())
                  .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
          List<Touch> touched =
              platform.touched().ofBatch(id, Feeds.byId(feed).orElseThrow(), after, limit);
          boolean more = !platform.touched().isLastPage(id, after + limit);
          return Answer.json(new TouchList(views(touched), more ? after + limit : null));
        });
  }

  private static List<TouchView> views(List<Touch> touched) {
    return touched.stream().map(TouchView::of).toList();
  }

  private StoredScore find(String id, Function<ScoreId, Boolean> may) {
    return ScoreId.parse(id)
        .filter(may::apply)
        .flatMap(platform.archive()::find)
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  private static void requireCovered(Access access, Uscc uscc) {
    if (!access.covers(uscc.value())) {
      throw EnterpriseApi.notFound();
    }
  }
}
