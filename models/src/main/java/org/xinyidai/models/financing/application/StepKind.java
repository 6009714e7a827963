package org.xinyidai.models.financing.application;

import static org.xinyidai.models.financing.application.ApplicationState.ACCEPTED;
import static org.xinyidai.models.financing.application.ApplicationState.CONTRACTED;
import static org.xinyidai.models.financing.application.ApplicationState.DECLINED;
import static org.xinyidai.models.financing.application.ApplicationState.DUE_DILIGENCE;
import static org.xinyidai.models.financing.application.ApplicationState.EXPIRED;
import static org.xinyidai.models.financing.application.ApplicationState.GRANTED;
import static org.xinyidai.models.financing.application.ApplicationState.LENT;
import static org.xinyidai.models.financing.application.ApplicationState.NOT_CHOSEN;
import static org.xinyidai.models.financing.application.ApplicationState.OVERDUE;
import static org.xinyidai.models.financing.application.ApplicationState.REASSIGNED;
import static org.xinyidai.models.financing.application.ApplicationState.REFUSED;
import static org.xinyidai.models.financing.application.ApplicationState.SETTLED;
import static org.xinyidai.models.financing.application.ApplicationState.SUBMITTED;
import static org.xinyidai.models.financing.application.ApplicationState.TAKEN_UP;
import static org.xinyidai.models.financing.application.ApplicationState.WITHDRAWN;
import static org.xinyidai.models.financing.application.Party.ENTERPRISE;
import static org.xinyidai.models.financing.application.Party.GUARANTOR;
import static org.xinyidai.models.financing.application.Party.LENDER;
import static org.xinyidai.models.financing.application.Party.OFFICE;
import static org.xinyidai.models.financing.application.Party.PLATFORM;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every step of an application (办理步骤): its name, who may take it, from which states, and the state
 * it leads to. A step without such a state leaves the application where it is; a repayment that
 * covers what is overdue brings it back to {@code LENT}.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets are never changed after the constructor
public enum StepKind {
  ACCEPT("受理", by(LENDER), from(SUBMITTED), ACCEPTED),
  DECLINE("不予受理", by(LENDER), from(SUBMITTED), DECLINED),
  INVESTIGATE("开始尽职调查", by(LENDER), from(ACCEPTED), DUE_DILIGENCE),
  ASK_DOCUMENTS("要求补件", by(LENDER), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  SUPPLY_DOCUMENTS("提交补件", by(ENTERPRISE), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  INVITE_GUARANTOR(
      "邀请担保机构", by(ENTERPRISE, LENDER), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  GUARANTEE("同意担保", by(GUARANTOR), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  DECLINE_GUARANTEE("不予担保", by(GUARANTOR), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  REFUSE("审批不通过", by(LENDER), from(ACCEPTED, DUE_DILIGENCE), REFUSED),
  GRANT("授信", by(LENDER), from(DUE_DILIGENCE), GRANTED),
  TAKE_UP("选用授信", by(ENTERPRISE), from(GRANTED), TAKEN_UP),
  SIGN("签订合同", by(LENDER), from(TAKEN_UP), CONTRACTED),
  DRAW_DOWN("放款", by(LENDER), from(CONTRACTED, LENT), LENT),
  REPAY("还款", by(LENDER), from(LENT, OVERDUE), null),
  REPORT_OVERDUE("报告逾期", by(LENDER), from(LENT, OVERDUE), OVERDUE),
  SETTLE("结清", by(LENDER), from(CONTRACTED, LENT, OVERDUE), SETTLED),
  REFINANCE("无还本续贷结清", by(PLATFORM), from(LENT), SETTLED),
  WITHDRAW(
      "撤回申请",
      by(ENTERPRISE),
      from(SUBMITTED, ACCEPTED, DUE_DILIGENCE, GRANTED, TAKEN_UP),
      WITHDRAWN),
  PASS_OVER("企业选用他行", by(PLATFORM), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE, GRANTED), NOT_CHOSEN),
  REASSIGN("转办其他机构", by(ENTERPRISE, OFFICE), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), REASSIGNED),
  URGE("督办", by(OFFICE), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  REMIND("催办", by(PLATFORM), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE), null),
  EXPIRE(
      "到期失效", by(PLATFORM), from(SUBMITTED, ACCEPTED, DUE_DILIGENCE, GRANTED, TAKEN_UP), EXPIRED);

  private final String titleZh;
  private final Set<Party> parties;
  private final Set<ApplicationState> from;
  private final @Nullable ApplicationState to;

  StepKind(
      String titleZh,
      Set<Party> parties,
      Set<ApplicationState> from,
      @Nullable ApplicationState to) {
    this.titleZh = titleZh;
    this.parties = Collections.unmodifiableSet(parties);
    this.from = Collections.unmodifiableSet(from);
    this.to = to;
  }

  private static Set<Party> by(Party first, Party... more) {
    return EnumSet.of(first, more);
  }

  private static Set<ApplicationState> from(ApplicationState first, ApplicationState... more) {
    return EnumSet.of(first, more);
  }

  /** The name in requests and answers: {@code draw_down}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StepKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  public String titleZh() {
    return titleZh;
  }

  /** The name in English words: {@code draw down}. */
  public String titleEn() {
    return code().replace('_', ' ');
  }

  public boolean isBy(Party party) {
    return parties.contains(party);
  }

  public boolean isFrom(ApplicationState state) {
    return from.contains(state);
  }

  /** Where it leads; empty where it leaves the application as it stands. */
  public Optional<ApplicationState> to() {
    return Optional.ofNullable(to);
  }
}
