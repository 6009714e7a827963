package org.xinyidai.engine.redress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.dispute.CaseFile.Step;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.dispute.Repair;
import org.xinyidai.models.dispute.RepairRoute;
import org.xinyidai.models.subject.Uscc;

/**
 * Files cases and takes their steps (异议与修复办理台, E1, E2). A step, its effect on the facts and the
 * answer to the enterprise are one write; the lenders are told right after it, and again from the
 * case's own mark should the process end in between.
 */
public final class RedressDesk {
  private final Store store;
  private final Disputes disputes;
  private final Notices notices;
  private final Aftermath aftermath;
  private final Remedies remedies;
  private final FactRows rows;

  public RedressDesk(Store store, Notices notices, Aftermath aftermath) {
    this.store = store;
    this.disputes = new Disputes(store);
    this.notices = notices;
    this.aftermath = aftermath;
    this.remedies = new Remedies(store);
    this.rows = new FactRows(store);
  }

  /**
   * A case to be filed.
   *
   * @param statement what the enterprise says; stays beside the fact if neither can be shown
   */
  public record Filing(String id, Kind kind, Uscc uscc, FactRow.Name fact, String statement) {}

  /**
   * A step to be taken.
   *
   * @param by role and organisation of who takes it
   * @param note the written answer or reason
   * @param correction for CORRECT, the new texts by column
   */
  public record Taking(String step, String by, String note, Map<String, String> correction) {
    public Taking {
      correction = Map.copyOf(correction);
    }
  }

  /**
   * Files a case as a part of a larger change: an objection marks the fact at once.
   *
   * @throws CaseRefused when there is no such fact, or it is in dispute already
   */
  public CaseFile file(Changes changes, Filing filing) {
    boolean known =
        rows.find(changes, filing.uscc(), filing.fact())
            .filter(row -> !row.withdrawn())
            .isPresent();
    if (!known) {
      throw new CaseRefused(
          "factId", "没有这条记录，或已撤回", "there is no such record, or it was taken back");
    }
    if (disputes.isOpen(changes, filing.kind(), filing.uscc(), filing.fact())) {
      throw new CaseRefused("factId", "该记录已有办理中的同类申请", "a case of this kind about it is open");
    }
    if (filing.kind() == Kind.REPAIR && RepairRoute.of(filing.fact().feed()).isEmpty()) {
      throw new CaseRefused(
          "factId", "只有行政处罚和名单记录可以申请修复", "only a penalty or a place on a list can be repaired");
    }
    String state =
        filing.kind() == Kind.OBJECTION
            ? Objection.State.MARKED.name()
            : Repair.State.APPLIED.name();
    Step first =
        new Step(changes.instant(), state, "enterprise " + filing.uscc(), filing.statement());
    CaseFile file =
        new CaseFile(
            filing.id(), filing.kind(), filing.uscc(), filing.fact(), List.of(first), true);
    disputes.put(changes, file, true);
    return file;
  }

  /**
   * Takes a step; durable with its effect, and all lenders told, when this returns.
   *
   * @return empty when there is no such case
   * @throws CaseRefused when the step cannot be taken
   */
  public Optional<CaseFile> take(String id, Taking taking) {
    return store.execute(changes -> take(changes, id, taking)).map(this::settle);
  }

  /** The same as a part of a larger change; {@link #tell} tells the lenders afterwards. */
  public Optional<CaseFile> take(Changes changes, String id, Taking taking) {
    return CaseId.usccOf(id)
        .flatMap(uscc -> disputes.find(changes, uscc, id))
        .map(file -> step(changes, file, taking));
  }

  /** Tells the lenders of the last decision in a case, unless they were told. */
  public void tell(String id) {
    find(id).ifPresent(this::settle);
  }

  /** A case; empty when there is none of that number. */
  public Optional<CaseFile> find(String id) {
    return CaseId.usccOf(id).flatMap(uscc -> disputes.find(uscc, id));
  }

  /** The cases of an enterprise. */
  public List<CaseFile> of(Uscc uscc) {
    return disputes.of(uscc);
  }

  /** The cases in which something is left to do. */
  public List<CaseFile> pending() {
    return disputes.pending().stream().filter(Procedure::isRunning).toList();
  }

  /** Tells the lenders what a process that ended between a decision and its telling did not. */
  public void catchUp() {
    disputes.pending().forEach(this::settle);
  }

  private CaseFile step(Changes changes, CaseFile file, Taking taking) {
    String state =
        Procedure.next(file, taking.step(), taking.note(), ChinaTime.dayOf(changes.instant()));
    if (file.kind() == Kind.OBJECTION) {
      switch (Objection.State.valueOf(state)) {
        case CORRECTED -> remedies.correct(changes, file, taking.correction());
        case REMOVED -> remedies.remove(changes, file);
        default -> {}
      }
    } else if (Repair.State.valueOf(state) == Repair.State.GRANTED) {
      remedies.repair(changes, file);
    }
    Step taken = new Step(changes.instant(), state, taking.by(), taking.note());
    boolean decided = Procedure.isDecision(file.kind(), state);
    CaseFile after = decided ? file.with(taken) : file.with(taken).told();
    disputes.put(changes, after, decided || Procedure.isRunning(after));
    String zh = Procedure.titleZh(file.kind(), state);
    Words words =
        new Words(
            "您的%s申请 %s 现为“%s”：%s".formatted(file.kind().titleZh(), file.id(), zh, taking.note()),
            "Your case %s is now %s: %s".formatted(file.id(), state, taking.note()));
    notices.put(
        changes,
        new Notice(
            file.uscc().value(), Notice.Kind.CASE_STEP, changes.instant(), file.id(), "", words));
    return after;
  }

  /** Tells the lenders what became of scores they read, once for each decision. */
  private CaseFile settle(CaseFile file) {
    if (file.settled()) {
      return file;
    }
    aftermath.tell(file);
    return store.execute(
        changes -> {
          CaseFile held = disputes.find(changes, file.uscc(), file.id()).orElse(file);
          if (!held.last().equals(file.last())) {
            return held;
          }
          disputes.put(changes, held.told(), Procedure.isRunning(held));
          return held.told();
        });
  }
}
