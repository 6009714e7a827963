package org.xinyidai.models.financing.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState.Phase;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.financing.application.Grant;
import org.xinyidai.models.financing.application.Workflow.Moment;

/** Finds the application of a reported line and holds the two against each other (报送对账). */
public final class Reconciler {
  private Reconciler() {}

  /**
   * Holds a line against the one application that it names.
   *
   * @param lender who reports
   */
  public static Reconciliation reconcile(
      Application application, ReportedLoan reported, String lender, Moment moment) {
    if (!application.filing().target().lender().equals(lender)) {
      return Reconciliation.apart(
          Difference.Kind.OTHER_LENDER, ReportField.APPLICATION, application.id().value());
    }
    if (!application.filing().uscc().equals(reported.uscc())) {
      return Reconciliation.apart(
          Difference.Kind.OTHER_ENTERPRISE, ReportField.USCC, reported.uscc().value());
    }
    return new Reconciling(application, reported, lender, moment).run();
  }

  /** A line for which there is no application, or more than one. */
  public static Reconciliation unplaced(ReportedLoan reported, int candidates) {
    Difference.Kind kind =
        candidates == 0
            ? Difference.Kind.UNKNOWN_APPLICATION
            : Difference.Kind.SEVERAL_APPLICATIONS;
    String named = reported.application() == null ? "" : reported.application().value();
    return Reconciliation.apart(kind, ReportField.APPLICATION, named);
  }

  /**
   * Those of an enterprise's applications with the lender that a line without a number may mean: by
   * contract, else by grant number, else those that have not ended.
   */
  public static List<Application> candidates(List<Application> held, ReportedLoan reported) {
    List<Application> byContract =
        held.stream().filter(one -> isOfContract(one, reported.contract())).toList();
    if (!byContract.isEmpty()) {
      return byContract;
    }
    List<Application> byGrant =
        held.stream().filter(one -> isOfGrant(one, reported.grant())).toList();
    return byGrant.isEmpty()
        ? held.stream()
            .filter(one -> one.state().phase() != Phase.ENDED)
            .filter(one -> reported.contract() == null || one.contract() == null)
            .toList()
        : byGrant;
  }

  private static boolean isOfContract(Application application, @Nullable Contract reported) {
    Contract held = application.contract();
    return held != null && reported != null && held.number().equals(reported.number());
  }

  private static boolean isOfGrant(Application application, @Nullable Grant reported) {
    Grant held = application.grant();
    return held != null && reported != null && held.number().equals(reported.number());
  }
}
