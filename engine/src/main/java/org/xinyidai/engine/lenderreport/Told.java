package org.xinyidai.engine.lenderreport;

import java.util.List;
import java.util.function.Supplier;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;

/** Tells those who must settle a difference (对账通知). */
final class Told {
  private final Notices notices;
  private final Supplier<List<String>> offices;

  /**
   * Tells through the given box.
   *
   * @param offices organisations of the office, asked outside of changes
   */
  Told(Notices notices, Supplier<List<String>> offices) {
    this.notices = notices;
    this.offices = offices;
  }

  List<String> offices() {
    return offices.get();
  }

  void lender(Changes changes, DifferenceTask task) {
    Words words =
        new Words(
            "报送行 %s 与平台不一致，%s".formatted(task.line(), task.difference().words().zh()),
            "Line %s differs: %s".formatted(task.line(), task.difference().words().en()));
    put(changes, task.lender(), task, words);
  }

  /** The lender has a contract, so the enterprise must take the grant up. */
  void enterprise(Changes changes, DifferenceTask task) {
    put(
        changes,
        task.uscc(),
        task,
        new Words(
            "%s 报送已签合同，请在融资申请 %s 中选用该授信，以便平台登记放款".formatted(task.lender(), task.application()),
            "%s reports a signed contract: take up its grant in application %s"
                .formatted(task.lender(), task.application())));
  }

  void answered(Changes changes, DifferenceTask task, String note, List<String> toOffices) {
    Words words =
        new Words(
            "%s 说明了报送差异 %s：%s".formatted(task.lender(), task.id(), note),
            "%s explains difference %s: %s".formatted(task.lender(), task.id(), note));
    toOffices.forEach(office -> put(changes, office, task, words));
  }

  void settled(Changes changes, DifferenceTask task, String note) {
    put(
        changes,
        task.lender(),
        task,
        new Words(
            "报送差异 %s 现为“%s”：%s".formatted(task.id(), task.state().titleZh(), note),
            "Difference %s is now %s: %s".formatted(task.id(), task.state(), note)));
  }

  private void put(Changes changes, String organisation, DifferenceTask task, Words words) {
    notices.put(
        changes,
        new Notice(
            organisation, Notice.Kind.REPORT_DIFFERENCE, changes.instant(), task.id(), "", words));
  }
}
