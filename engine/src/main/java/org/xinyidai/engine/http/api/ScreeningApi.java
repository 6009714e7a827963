package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.ScreeningBodies.ScreeningToPost;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.lead.CoarseAttribute;
import org.xinyidai.engine.lead.LeadDesk;
import org.xinyidai.engine.lead.LeadDesk.Asked;
import org.xinyidai.engine.lead.LeadDesk.Asker;
import org.xinyidai.engine.lead.LeadView;
import org.xinyidai.engine.lead.Order;
import org.xinyidai.engine.lead.ToldCount;
import org.xinyidai.engine.task.TaskStatus.State;
import org.xinyidai.models.product.Text;

/** Lenders look for enterprises (优企筛选). Requirement B5. */
public final class ScreeningApi {
  private static final int USUAL_PAGE = 20;
  private static final Set<State> UNDER_WAY = Set.of(State.WAITING, State.RUNNING);

  private final LeadDesk desk;
  private final ScreeningBodies bodies;
  private final int maxBytes;
  private final Workers workers;

  /** What can be asked for; {@code cuts} begin the bands of a number and are null for codes. */
  record AttributeView(String name, TextView title, String unit, @Nullable List<Double> cuts) {
    static AttributeView of(CoarseAttribute attribute) {
      return new AttributeView(
          attribute.name(),
          TextView.of(attribute.attribute().title()),
          attribute.attribute().unit().name(),
          attribute.width() > 0 ? null : attribute.cuts());
    }
  }

  record AttributeList(List<AttributeView> attributes) {}

  /** {@code count} is null where fewer than {@code fewerThan} match. */
  record CountView(@Nullable Long count, boolean exact, @Nullable Integer fewerThan) {
    static CountView of(ToldCount told) {
      return told.tooFew()
          ? new CountView(null, false, told.fewerThan())
          : new CountView(told.count(), told.exact(), null);
    }
  }

  /** {@code band} is null for those without a value. */
  record GroupView(@Nullable TextView band, CountView count) {}

  record CountsView(
      Instant takenAt, CountView count, List<String> narrowed, List<GroupView> groups) {}

  record PageView(
      Instant takenAt,
      CountView count,
      List<String> narrowed,
      List<Map<String, Object>> enterprises) {}

  ScreeningApi(Backend backend, int maxBytes, Workers workers) {
    this.desk = backend.leads();
    this.bodies = new ScreeningBodies(backend);
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  /** Whether the first index is still under way. */
  public static boolean isBeingBuilt(Backend backend) {
    return backend.leads().view().isEmpty()
        && backend
            .platform()
            .tasks()
            .find(ScreeningBodies.TASK)
            .filter(task -> UNDER_WAY.contains(task.state()))
            .isPresent();
  }

  /** Has what lenders see brought up to date beside the requests. */
  public static void refreshSoon(Backend backend) {
    backend.platform().tasks().start(ScreeningBodies.TASK, new ScreeningBodies(backend)::refresh);
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.get(
            Operation.LIST_SCREENING_ATTRIBUTES, "/screenings/attributes", this::attributes),
        Endpoint.post(Operation.COUNT_SCREENING, "/screenings/counts", json, this::count),
        Endpoint.post(Operation.POST_SCREENING, "/screenings", json, this::screen),
        Endpoint.post(
            Operation.POST_SCREENING_INDEX, "/screenings/index", Intake.none(), this::refresh));
  }

  private Future<Answer> attributes(Call call) {
    return workers.run(
        () ->
            Answer.json(
                new AttributeList(
                    desk.grid().attributes().stream().map(AttributeView::of).toList())));
  }

  private Future<Answer> count(Call call) {
    ScreeningToPost posted = call.json(ScreeningToPost.class);
    Asker asker = ScreeningBodies.asker(call.access().account());
    Optional<CoarseAttribute> by = bodies.attribute("by", posted.by());
    return workers.run(
        () -> {
          Asked asked = bodies.asked(posted, asker);
          LeadView now = bodies.view(asked);
          LeadDesk.Counts counts =
              desk.count(now, asker, asked, by.orElse(null))
                  .orElseThrow(() -> LeadApi.spentFineCounts(bodies.now()));
          List<GroupView> groups =
              counts.groups().stream().map(group -> group(by.orElseThrow(), group)).toList();
          return Answer.json(
              new CountsView(
                  now.snapshot().takenAt(),
                  CountView.of(counts.all()),
                  asked.question().narrowed(),
                  groups));
        });
  }

  private static GroupView group(CoarseAttribute by, LeadDesk.Group group) {
    Text words = by.words(group.band());
    return new GroupView(words == null ? null : TextView.of(words), CountView.of(group.count()));
  }

  private Future<Answer> screen(Call call) {
    ScreeningToPost posted = call.json(ScreeningToPost.class);
    Asker asker = ScreeningBodies.asker(call.access().account());
    Order order = bodies.order(posted.order());
    int limit = ScreeningBodies.limit(posted.limit(), USUAL_PAGE, LeadDesk.LARGEST_PAGE);
    return workers.run(
        () -> {
          Asked asked = bodies.asked(posted, asker);
          LeadView now = bodies.view();
          LeadDesk.Page page = desk.page(now, asker, asked, order, limit);
          return Answer.json(
              new PageView(
                  now.snapshot().takenAt(),
                  CountView.of(page.all()),
                  asked.question().narrowed(),
                  page.rows()));
        });
  }

  private Future<Answer> refresh(Call call) {
    return workers.run(bodies::start);
  }
}
