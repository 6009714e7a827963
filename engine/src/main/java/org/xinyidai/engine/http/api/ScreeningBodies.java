package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lead.CoarseAttribute;
import org.xinyidai.engine.lead.LeadDesk;
import org.xinyidai.engine.lead.LeadDesk.Asked;
import org.xinyidai.engine.lead.LeadDesk.Asker;
import org.xinyidai.engine.lead.LeadView;
import org.xinyidai.engine.lead.Order;
import org.xinyidai.engine.lead.Question;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.screening.Screening;

/** What lenders write when they screen, and how it is read (筛选请求体). */
final class ScreeningBodies {
  /** The task that brings up to date what lenders see. */
  static final String TASK = "screening-index";

  private static final String RETRY_AFTER_SECONDS = "5";

  private final Backend backend;
  private final LeadDesk desk;

  /** Conditions, of which all must hold, and a product whose own conditions must hold as well. */
  record ScreeningToPost(
      @Nullable List<Question.Wanted> conditions,
      @Nullable String product,
      @Nullable String by,
      @Nullable OrderToPost order,
      @Nullable Integer limit) {}

  /** {@code by} is an attribute or {@code score}; a seed draws a sample instead. */
  record OrderToPost(@Nullable String by, @Nullable Boolean descending, @Nullable Long seed) {}

  ScreeningBodies(Backend backend) {
    this.backend = backend;
    this.desk = backend.leads();
  }

  static Asker asker(Account account) {
    return new Asker(account.organisation(), account.id(), account.role() == Role.OFFICE);
  }

  /** What was asked; blocks where it names a product. */
  Asked asked(ScreeningToPost posted, Asker asker) {
    List<Question.Wanted> wanted = posted.conditions() == null ? List.of() : posted.conditions();
    if (wanted.stream().anyMatch(one -> one == null)) {
      throw invalid("conditions", "条件不能为 null", "a condition is not null");
    }
    Question question = Question.of(desk.grid(), wanted);
    if (!question.problems().isEmpty()) {
      throw BodyProblems.refusal(question.problems());
    }
    String named = posted.product();
    LoanProduct product =
        named == null
            ? null
            : desk.product(asker, named)
                .orElseThrow(
                    () ->
                        invalid(
                            "product",
                            "本机构没有该产品，请核对产品编号",
                            "your institution has no such product; check its id"));
    return desk.ask(question, product, backend.usualDay());
  }

  Order order(@Nullable OrderToPost posted) {
    if (posted == null) {
      return Order.BEST;
    }
    String by = posted.by();
    CoarseAttribute attribute =
        by == null || by.equals("score") ? null : attribute("order.by", by).orElseThrow();
    boolean descending = posted.descending() == null || posted.descending();
    if (attribute == null && !descending) {
      throw invalid("order.descending", "按评分排序只能从高到低", "by score the best come first");
    }
    return new Order(attribute, descending, posted.seed());
  }

  Optional<CoarseAttribute> attribute(String field, @Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        desk.grid()
            .find(name)
            .orElseThrow(
                () ->
                    invalid(
                        field,
                        "没有该筛选字段，可用字段见 /api/v1/screenings/attributes",
                        "no such attribute; /api/v1/screenings/attributes lists them")));
  }

  static int limit(@Nullable Integer posted, int usual, int most) {
    int limit = posted == null ? usual : posted;
    if (limit < 1 || limit > most) {
      throw invalid("limit", "须为1至" + most + "的整数", "a whole number from 1 to " + most);
    }
    return limit;
  }

  /** What lenders see now; where nothing is there yet it is begun, and the caller comes again. */
  LeadView view() {
    return desk.view().orElseThrow(this::notReady);
  }

  /** The same with a column for all that is asked: a product published since may need new ones. */
  LeadView view(Asked asked) {
    LeadView now = view();
    if (!now.answers(asked)) {
      throw notReady();
    }
    return now;
  }

  private Refusal notReady() {
    start();
    return Refusal.of(
            ProblemType.NOT_READY,
            "筛选索引正在建立，请稍候",
            "The screening index is being built; try again shortly")
        .withHeader("Retry-After", RETRY_AFTER_SECONDS);
  }

  Instant now() {
    return backend.now();
  }

  /** Begins to bring it up to date. */
  Answer start() {
    return TaskView.start(backend.platform().tasks(), TASK, this::refresh);
  }

  String refresh(LongConsumer done) {
    Screening rows = desk.refresh(done).rows();
    return "%d 家企业，占用内存 %d MiB".formatted(rows.rows(), rows.bytes() >> 20);
  }
}
