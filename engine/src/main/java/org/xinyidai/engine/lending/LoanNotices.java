package org.xinyidai.engine.lending;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.DenialReason;
import org.xinyidai.models.financing.application.Guarantee;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.financing.application.ReminderLevel;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.product.Text;

/** Tells the parties of an application what the others did (申请进度通知). */
final class LoanNotices {
  /** What a party hears of in its own application though the step came from elsewhere. */
  private static final Set<StepKind> OF_LENDER_ALONE =
      EnumSet.of(StepKind.PASS_OVER, StepKind.REMIND, StepKind.SUPPLY_DOCUMENTS);

  private final Notices notices;
  private final LenderNames names;

  LoanNotices(Notices notices, LenderNames names) {
    this.notices = notices;
    this.names = names;
  }

  /** A lender has a new application. */
  void filed(Changes changes, Application application) {
    String what = application.filing().target().name().zh();
    put(
        changes,
        application.filing().target().lender(),
        Notice.Kind.APPLICATION_FILED,
        application,
        new Words(
            "收到“%s”的融资申请 %s，请在10个工作日内办结".formatted(what, application.id()),
            "A new application %s for %s: decide within 10 working days"
                .formatted(application.id(), application.filing().target().name().en())));
  }

  /** All parties but the one that took the last step hear of it. */
  void stepped(Changes changes, Application application) {
    Passage last = application.history().get(application.history().size() - 1);
    Words words = words(application, last);
    for (String organisation : audience(application, last)) {
      put(changes, organisation, Notice.Kind.APPLICATION_STEP, application, words);
    }
  }

  /** A lender whose application goes on though the enterprise took up another's grant. */
  void passedBy(Changes changes, Application application) {
    put(
        changes,
        application.filing().target().lender(),
        Notice.Kind.APPLICATION_STEP,
        application,
        new Words(
            "融资申请 %s 的企业已选用另一机构的授信，本申请继续办理".formatted(application.id()),
            "The enterprise of %s has taken up another lender's grant; this application goes on"
                .formatted(application.id())));
  }

  /**
   * Those whom it is for are reminded.
   *
   * @param boxes of branches, lenders, offices and the enterprise
   */
  void reminded(Changes changes, Application application, ReminderLevel level, Set<String> boxes) {
    Text lender = names.of(application.filing().target());
    Words words =
        new Words(
            "%s办理的融资申请 %s 已用%d个工作日尚未办结，请%s督促办理"
                .formatted(lender.zh(), application.id(), level.afterDays(), level.title().zh()),
            "Application %s at %s is undecided after %d working days: for %s to see to"
                .formatted(application.id(), lender.en(), level.afterDays(), level.title().en()));
    for (String box : boxes) {
      put(changes, box, Notice.Kind.APPLICATION_REMINDER, application, words);
    }
  }

  /**
   * A lender may no longer read what it was let read.
   *
   * @param running applications of the enterprise that it has in hand
   */
  void consentWithdrawn(Changes changes, Consent consent, List<ApplicationId> running) {
    String ids = running.stream().map(ApplicationId::value).collect(Collectors.joining("、"));
    Words words =
        new Words(
            "企业 %s 已撤回%s授权 %s，自即时起不能再依此查阅其档案。%s"
                .formatted(
                    consent.uscc(),
                    consent.purpose().titleZh(),
                    consent.id(),
                    ids.isEmpty() ? "" : "在办申请 " + ids + " 仍须按期办结，请与企业沟通"),
            "Enterprise %s has withdrawn consent %s: it opens nothing of its file from now on. %s"
                .formatted(
                    consent.uscc(),
                    consent.id(),
                    ids.isEmpty() ? "" : ids + " still must be decided in time"));
    notices.put(
        changes,
        new Notice(
            consent.grantee(),
            Notice.Kind.CONSENT_WITHDRAWN,
            changes.instant(),
            running.isEmpty() ? consent.id() : running.get(0).value(),
            "",
            words));
  }

  private static Set<String> audience(Application application, Passage last) {
    Set<String> audience = new LinkedHashSet<>();
    audience.add(application.filing().target().lender());
    if (!OF_LENDER_ALONE.contains(last.step())) {
      audience.add(application.filing().uscc().value());
      Guarantee guarantee = application.guarantee();
      if (guarantee != null) {
        audience.add(guarantee.organisation());
      }
    }
    audience.remove(last.organisation());
    return audience;
  }

  private Words words(Application application, Passage last) {
    Text lender = names.of(application.filing().target());
    DenialReason denial = application.denial();
    boolean no = last.step() == StepKind.DECLINE || last.step() == StepKind.REFUSE;
    String zh = last.note();
    String en = last.note();
    if (no && denial != null) {
      zh = "%s %s；建议：%s。%s".formatted(denial.code(), denial.words().zh(), denial.advice().zh(), zh);
      en =
          "%s %s; you can %s. %s"
              .formatted(denial.code(), denial.words().en(), denial.advice().en(), en);
    }
    return new Words(
        "融资申请 %s（%s·%s）：%s，现为“%s”。%s"
            .formatted(
                application.id(),
                lender.zh(),
                application.filing().target().name().zh(),
                last.step().titleZh(),
                application.state().titleZh(),
                zh)
            .strip(),
        "Application %s (%s, %s): %s; it is %s. %s"
            .formatted(
                application.id(),
                lender.en(),
                application.filing().target().name().en(),
                last.step().titleEn(),
                application.state().titleEn(),
                en)
            .strip());
  }

  private void put(
      Changes changes,
      String organisation,
      Notice.Kind kind,
      Application application,
      Words words) {
    notices.put(
        changes,
        new Notice(organisation, kind, changes.instant(), application.id().value(), "", words));
  }
}
