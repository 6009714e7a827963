package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.calendar.HolidayNotices;
import org.xinyidai.engine.archive.ScoreId;
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
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.redress.CaseRefused;
import org.xinyidai.engine.redress.ReviewFile;
import org.xinyidai.engine.redress.Reviews;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.calendar.WorkingCalendar;
import org.xinyidai.models.dispute.Review;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.subject.Uscc;

/** A person looks again at what a machine decided (人工复核). 个人信息保护法 art. 24. */
final class ReviewApi {
  private static final String PATH = "/reviews";
  private static final int ID_BYTES = 8;
  private static final int MAX_TEXT = 2_000;

  private final Platform platform;
  private final Reviews reviews;
  private final int maxBytes;
  private final Workers workers;
  private final SecureRandom random = new SecureRandom();
  private final WorkingCalendar calendar = HolidayNotices.bundled();

  record ReviewToPost(
      @Nullable String about, @Nullable String reference, @Nullable String statement) {}

  record ReviewStepToPost(@Nullable String step, @Nullable String note) {}

  record StepView(Instant at, String state, String stateZh, String by, String note) {}

  /**
   * A request.
   *
   * @param dueOn last day for the answer, null where none is due or no calendar tells
   */
  record ReviewView(
      String id,
      String uscc,
      String about,
      String reference,
      String state,
      String stateZh,
      @Nullable LocalDate dueOn,
      List<StepView> steps) {}

  record ReviewList(List<ReviewView> reviews) {}

  ReviewApi(Platform platform, int maxBytes, Workers workers) {
    this.platform = platform;
    this.reviews = new Reviews(platform.store(), platform.archive(), platform.notices());
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_REVIEW, PATH, json, this::post),
        Endpoint.get(Operation.LIST_REVIEWS, PATH, this::list),
        Endpoint.get(Operation.GET_REVIEW, PATH + "/{id}", this::one),
        Endpoint.post(Operation.POST_REVIEW_STEP, PATH + "/{id}/steps", json, this::step));
  }

  private Future<Answer> post(Call call) {
    ReviewToPost posted = call.json(ReviewToPost.class);
    Access access = call.access();
    Uscc uscc = new Uscc(access.account().organisation());
    Review.About about = about(posted.about());
    String reference = text("reference", posted.reference());
    String statement = text("statement", posted.statement());
    String id = Reviews.id(uscc, RandomId.digits(random, ID_BYTES));
    Command<Answer> change =
        changes -> {
          LocalDate on = ChinaTime.dayOf(changes.instant());
          Review fresh = Review.file(id, uscc, new Review.Matter(about, reference), on, statement);
          return Answer.created(PATH + "/" + id, view(reviews.file(changes, fresh)));
        };
    return workers.run(
        () -> {
          requireOwn(uscc, about, reference);
          return refusing(
              () -> platform.store().execute(OncePerKey.of(call, Operation.POST_REVIEW, change)));
        });
  }

  private static Review.About about(@Nullable String text) {
    return switch (text == null ? "" : text) {
      case "score" -> Review.About.SCORE;
      case "match" -> Review.About.MATCH;
      default -> throw invalid("about", "须为 score 或 match", "score or match");
    };
  }

  /** What is not its own does not exist for an enterprise. */
  private void requireOwn(Uscc uscc, Review.About about, String reference) {
    boolean own =
        switch (about) {
          case SCORE ->
              ScoreId.parse(reference)
                  .filter(id -> id.uscc().equals(uscc))
                  .flatMap(platform.archive()::find)
                  .isPresent();
          case MATCH ->
              DemandId.isWellFormed(reference)
                  && platform
                      .demands()
                      .find(new DemandId(reference))
                      .filter(demand -> demand.uscc().equals(uscc))
                      .isPresent();
        };
    if (!own) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("reference");
    }
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    return workers.run(
        () -> {
          List<ReviewFile> files =
              access.account().role() == Role.ENTERPRISE
                  ? reviews.of(new Uscc(access.account().organisation()))
                  : reviews.pending().stream()
                      .filter(file -> access.covers(file.review().uscc().value()))
                      .toList();
          return Answer.json(
              new ReviewList(
                  files.stream()
                      .map(this::view)
                      .sorted(
                          Comparator.comparing(
                              ReviewView::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                      .toList()));
        });
  }

  private Future<Answer> one(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () -> {
          requireCovered(access, id);
          return Answer.json(view(reviews.find(id).orElseThrow(ReviewApi::notFound)));
        });
  }

  private Future<Answer> step(Call call) {
    String id = call.path("id");
    ReviewStepToPost posted = call.json(ReviewStepToPost.class);
    Access access = call.access();
    Account account = access.account();
    Review.Step step = step(text("step", posted.step()));
    if ((account.role() == Role.ENTERPRISE) != (step == Review.Step.WITHDRAW)) {
      throw Refusal.of(
              ProblemType.FORBIDDEN,
              "企业只能撤回自己的申请，结论由主管部门作出",
              "An enterprise withdraws, the office decides")
          .at("step");
    }
    String note = text("note", posted.note());
    String by = account.role().id() + " " + account.organisation();
    Command<Answer> change =
        changes ->
            Answer.json(
                view(reviews.take(changes, id, step, note, by).orElseThrow(ReviewApi::notFound)));
    return workers.run(
        () -> {
          requireCovered(access, id);
          return refusing(
              () ->
                  platform
                      .store()
                      .execute(OncePerKey.of(call, Operation.POST_REVIEW_STEP, change)));
        });
  }

  private static Review.Step step(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "UPHOLD" -> Review.Step.UPHOLD;
      case "CHANGE" -> Review.Step.CHANGE;
      case "WITHDRAW" -> Review.Step.WITHDRAW;
      default -> throw invalid("step", "须为 UPHOLD、CHANGE 或 WITHDRAW", "UPHOLD, CHANGE or WITHDRAW");
    };
  }

  private ReviewView view(ReviewFile file) {
    Review review = file.review();
    @Nullable LocalDate due =
        review.isRunning() && review.answerBy(calendar) instanceof Deadline.On on ? on.day() : null;
    return new ReviewView(
        review.id(),
        review.uscc().value(),
        review.about().name().toLowerCase(Locale.ROOT),
        review.reference(),
        review.state().name(),
        review.state().titleZh(),
        due,
        file.steps().stream()
            .map(
                one ->
                    new StepView(
                        one.at(), one.state().name(), one.state().titleZh(), one.by(), one.note()))
            .toList());
  }

  private static void requireCovered(Access access, String id) {
    if (Reviews.usccOf(id).filter(uscc -> access.covers(uscc.value())).isEmpty()) {
      throw notFound();
    }
  }

  private static Answer refusing(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (CaseRefused e) {
      throw invalid(e);
    }
  }

  private static String text(String field, @Nullable String given) {
    if (given == null || given.isBlank() || given.length() > MAX_TEXT) {
      throw invalid(
          field, "请用1至" + MAX_TEXT + "个字说明", "say it in 1 to " + MAX_TEXT + " characters");
    }
    return given.strip();
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND).at("id");
  }
}
