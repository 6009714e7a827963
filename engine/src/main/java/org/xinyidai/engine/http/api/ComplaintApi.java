package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.complaint.ComplaintDesk;
import org.xinyidai.engine.complaint.ComplaintRefused;
import org.xinyidai.engine.complaint.HeldComplaint;
import org.xinyidai.engine.http.api.ComplaintView.ComplaintPosted;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.complaint.Complaint;
import org.xinyidai.models.complaint.Complaint.Taken;
import org.xinyidai.models.complaint.ComplaintState;
import org.xinyidai.models.complaint.ComplaintStep;
import org.xinyidai.models.complaint.ComplaintStep.By;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Uscc;

/** Complaints: taken in, given on, answered, rated and counted (投诉). Requirement D5. */
final class ComplaintApi {
  private static final int ID_BYTES = 8;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Backend backend;
  private final ComplaintDesk desk;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;

  /** A step; {@code to} names who is to answer where it is given to somebody. */
  record StepTaken(@Nullable String step, @Nullable String to, @Nullable String note) {}

  ComplaintApi(
      Backend backend, ComplaintDesk desk, int maxBytes, SecureRandom random, Workers workers) {
    this.backend = backend;
    this.desk = desk;
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    return List.of(
        Endpoint.post(Operation.POST_COMPLAINT, "/complaints", json, this::post),
        Endpoint.get(Operation.LIST_COMPLAINTS, "/complaints", this::list)
            .withQuery("state", "overdue", "after", "limit"),
        Endpoint.get(Operation.GET_COMPLAINT_FIGURES, "/complaints/figures", this::figures)
            .withQuery("month"),
        Endpoint.get(Operation.GET_COMPLAINT, "/complaints/{id}", this::complaint),
        Endpoint.post(Operation.POST_COMPLAINT_STEP, "/complaints/{id}/steps", json, this::step));
  }

  private Future<Answer> post(Call call) {
    ComplaintPosted posted = call.json(ComplaintPosted.class);
    String id = "t-" + RandomId.digits(random, ID_BYTES);
    Access access = call.access();
    return workers.run(
        () -> {
          Instant now = backend.now();
          LocalDate today = ChinaTime.dayOf(now);
          Complaint draft = posted.read(id, access.account(), now, today);
          Complaint placed = placed(draft, access, today);
          List<String> offices = desk.offices();
          Command<Answer> change =
              changes ->
                  Answer.created("/complaints/" + id, view(desk.file(changes, placed, offices)));
          return execute(OncePerKey.of(call, Operation.POST_COMPLAINT, change));
        });
  }

  /** Where the enterprise is registered, or the district of the office that took the call. */
  private Complaint placed(Complaint draft, Access access, LocalDate today) {
    String district = draft.district();
    if (Uscc.isWellFormed(draft.complainant())) {
      district = backend.loans().clerk().district(new Uscc(draft.complainant()), today);
    } else if (access.account().seat().isOfDistrict()) {
      district = access.account().seat().division();
    }
    return ComplaintView.placed(draft, district);
  }

  private Future<Answer> list(Call call) {
    Access access = call.access();
    Optional<ComplaintState> state = call.oneOf("state", ComplaintState.values());
    boolean overdue = call.query("overdue").filter("true"::equals).isPresent();
    LocalDate today = backend.loans().today();
    Predicate<HeldComplaint> filter =
        held ->
            state.map(held.complaint().state()::equals).orElse(true)
                && (!overdue || held.complaint().overdue(today, backend.loans().calendar()))
                && as(held.complaint(), access).isPresent();
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          CaseBook.Page<HeldComplaint> page = desk.book().page(access, filter, after, limit);
          return Answer.json(
              new ComplaintView.Listed(
                  page.entries().stream().map(held -> view(held.complaint())).toList(),
                  page.next()));
        });
  }

  private Future<Answer> figures(Call call) {
    LocalDate today = backend.loans().today();
    YearMonth month = call.month("month").orElse(YearMonth.from(today));
    return workers.run(
        () ->
            Answer.json(
                ComplaintFiguresView.of(
                    month, desk, today, backend.platform().quality().figures())));
  }

  private Future<Answer> complaint(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(() -> Answer.json(view(find(id, access))));
  }

  private Future<Answer> step(Call call) {
    StepTaken posted = call.json(StepTaken.class);
    String id = call.path("id");
    Access access = call.access();
    ComplaintStep step =
        Optional.ofNullable(posted.step())
            .flatMap(ComplaintStep::ofCode)
            .orElseThrow(
                () -> {
                  String codes =
                      String.join(
                          ", ",
                          Arrays.stream(ComplaintStep.values()).map(ComplaintStep::code).toList());
                  return Refusal.invalid("step", "可用：" + codes, "one of " + codes);
                });
    String note = posted.note() == null ? "" : posted.note().strip();
    String to = step == ComplaintStep.ASSIGN && posted.to() != null ? posted.to().strip() : "";
    return workers.run(
        () -> {
          By by = as(find(id, access), access).orElseThrow();
          if (!to.isEmpty()) {
            refuseUnknown(to);
          }
          List<String> offices = desk.offices();
          String organisation = access.account().organisation();
          Command<Answer> change =
              changes -> {
                Instant now = changes.instant();
                LocalDate today = ChinaTime.dayOf(now);
                Taken wish = new Taken(step, by, organisation, now, today, to, note);
                return Answer.json(view(desk.step(changes, id, wish, offices)));
              };
          return execute(OncePerKey.of(call, Operation.POST_COMPLAINT_STEP, change));
        });
  }

  /** Nobody answers who has no account here. */
  private void refuseUnknown(String organisation) {
    boolean known =
        backend
            .accounts()
            .any(
                one ->
                    one.organisation().equals(organisation)
                        && (one.role() == Role.BANK
                            || one.role() == Role.SOURCE
                            || one.role() == Role.OFFICE));
    if (!known) {
      throw Refusal.invalid(
          "to", "“" + organisation + "”没有账户，不能交办", organisation + " has no account here");
    }
  }

  private Answer execute(Command<Answer> once) {
    try {
      return backend.platform().store().execute(once);
    } catch (ComplaintRefused e) {
      throw Refusal.invalid(e);
    }
  }

  private Complaint find(String id, Access access) {
    return desk.book()
        .find(id)
        .map(HeldComplaint::complaint)
        .filter(one -> as(one, access).isPresent())
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }

  /** As what the caller acts in a complaint; empty for strangers. */
  private static Optional<By> as(Complaint complaint, Access access) {
    String own = access.account().organisation();
    if (access.account().role() != Role.OFFICE) {
      if (own.equals(complaint.complainant())) {
        return Optional.of(By.COMPLAINANT);
      }
      return own.equals(complaint.assignee()) ? Optional.of(By.ASSIGNEE) : Optional.empty();
    }
    return lies(complaint, access) || own.equals(complaint.assignee())
        ? Optional.of(By.OFFICE)
        : Optional.empty();
  }

  private static boolean lies(Complaint complaint, Access access) {
    if (access.reach() == Reach.ALL) {
      return true;
    }
    return access.reach() == Reach.DISTRICT
        && Region.isWellFormed(complaint.district())
        && new Region(complaint.district())
            .isWithin(new Region(access.account().seat().division()));
  }

  private ComplaintView view(Complaint complaint) {
    return ComplaintView.of(complaint, backend.loans());
  }
}
