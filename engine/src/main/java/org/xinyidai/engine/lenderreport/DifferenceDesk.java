package org.xinyidai.engine.lenderreport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.lenderreport.DifferenceTask.State;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.financing.report.Difference;
import org.xinyidai.models.financing.report.ReportField;
import org.xinyidai.models.product.Text;

/**
 * Opens, mends and closes differences (对账差异处理). A difference about the same field of the same
 * application is one task, however often it is reported.
 */
public final class DifferenceDesk {
  private static final int ID_DIGITS = 24;

  private final CaseBook<DifferenceTask> book;
  private final Told told;

  DifferenceDesk(CaseBook<DifferenceTask> book, Told told) {
    this.book = book;
    this.told = told;
  }

  /** Where differences belong. */
  record Place(
      String lender, String uscc, @Nullable String application, String line, String batch) {
    private String scope(ReportField field) {
      String of = application;
      return of == null || field.isOfDrawDown() ? "line " + line : of;
    }
  }

  public CaseBook<DifferenceTask> book() {
    return book;
  }

  /** Opens what differs and mends what a line spoke of and no longer differs. */
  void settle(Changes changes, Place place, List<Difference> differences, Set<ReportField> spoken) {
    List<DifferenceTask> open = new ArrayList<>();
    for (Difference difference : differences) {
      open(changes, place, difference).ifPresent(open::add);
    }
    for (ReportField field : spoken) {
      if (differences.stream().noneMatch(one -> one.field() == field)) {
        mend(changes, id(place.lender(), place.scope(field), field), place);
        mend(changes, id(place.lender(), "line " + place.line(), field), place);
      }
    }
    if (!open.isEmpty()) {
      told.lender(changes, open.get(0));
    }
    open.stream()
        .filter(one -> one.difference().kind() == Difference.Kind.ENTERPRISE_OWES)
        .forEach(one -> told.enterprise(changes, one));
  }

  /** The task where it is new or says something else than before. */
  private Optional<DifferenceTask> open(Changes changes, Place place, Difference difference) {
    String scope = place.scope(difference.field());
    String id = id(place.lender(), scope, difference.field());
    Optional<DifferenceTask> held = book.find(changes, id);
    if (held.filter(one -> one.state().isOpen() && one.difference().equals(difference))
        .isPresent()) {
      return Optional.empty();
    }
    DifferenceTask fresh =
        new DifferenceTask(
            id,
            place.lender(),
            place.uscc(),
            place.application(),
            scope,
            place.line(),
            place.batch(),
            difference,
            State.OPEN,
            held.map(DifferenceTask::openedAt).orElse(changes.instant()),
            held.map(DifferenceTask::said).orElse(List.of()));
    return Optional.of(book.put(changes, fresh));
  }

  private void mend(Changes changes, String id, Place place) {
    book.find(changes, id)
        .filter(one -> one.state().isOpen())
        .ifPresent(
            one ->
                book.put(
                    changes,
                    one.in(State.MENDED, changes.instant(), place.lender(), place.line())));
  }

  /** The offices that will be told, asked before a change. */
  public List<String> offices() {
    return told.offices();
  }

  /**
   * The lender explains a difference.
   *
   * @throws ReportRefused when it is not open
   */
  public DifferenceTask answer(
      Changes changes, DifferenceTask task, String note, List<String> toOffices) {
    DifferenceTask after = step(changes, task, State.ANSWERED, task.lender(), note);
    told.answered(changes, after, note, toOffices);
    return after;
  }

  /**
   * The office closes a difference, or gives it back to the lender.
   *
   * @throws ReportRefused when it is not open
   */
  public DifferenceTask decide(
      Changes changes, DifferenceTask task, boolean closed, String office, String note) {
    State next = closed ? State.CLOSED : State.OPEN;
    DifferenceTask after = step(changes, task, next, office, note);
    told.settled(changes, after, note);
    return after;
  }

  private DifferenceTask step(
      Changes changes, DifferenceTask task, State next, String organisation, String note) {
    DifferenceTask held = book.find(changes, task.id()).orElseThrow();
    if (!held.state().isOpen()) {
      throw new ReportRefused(
          "step", new Text("该差异已了结，不能再办理", "this difference is settled; nothing is left to do"));
    }
    if (held.said().size() >= DifferenceTask.MOST_SAID) {
      throw new ReportRefused(
          "step",
          new Text("办理记录已满，请由主管部门线下核实后办结", "too much was said; settle it by word of mouth"));
    }
    return book.put(changes, held.in(next, changes.instant(), organisation, note));
  }

  private static String id(String lender, String scope, ReportField field) {
    String whole = lender + "\0" + scope + "\0" + field.code();
    return "x-" + Sm3.of(whole.getBytes(UTF_8)).substring(0, ID_DIGITS);
  }
}
