package org.xinyidai.engine.http.api;

import java.util.List;
import org.xinyidai.engine.http.api.MatchesView.MismatchView;
import org.xinyidai.models.match.ProductAdvice;

/**
 * What would open a product, as the API shows it (准入改进建议).
 *
 * @param declare what the enterprise has yet to declare
 * @param blockers what no realistic change mends
 */
record ProductAdviceView(
    String uscc,
    String productId,
    int version,
    TextView name,
    TextView lender,
    String state,
    String stateZh,
    int months,
    List<StepView> steps,
    List<TextView> declare,
    List<MismatchView> blockers) {

  /** One change. */
  record StepView(
      String feature,
      double from,
      double to,
      TextView fromText,
      TextView toText,
      int months,
      TextView text) {
    static StepView of(ProductAdvice.Step step) {
      return new StepView(
          step.action().feature(),
          step.from(),
          step.to(),
          TextView.of(step.fromText()),
          TextView.of(step.toText()),
          step.months(),
          new TextView(step.action().textZh(), step.action().textEn()));
    }
  }

  static ProductAdviceView of(String uscc, ProductAdvice advice) {
    return new ProductAdviceView(
        uscc,
        advice.product().id().value(),
        advice.product().version(),
        TextView.of(advice.product().name()),
        TextView.of(advice.product().lender().name()),
        advice.state().id(),
        advice.state().titleZh(),
        advice.months(),
        advice.steps().stream().map(StepView::of).toList(),
        advice.declare().stream().map(TextView::of).toList(),
        advice.blockers().stream().map(MismatchView::of).toList());
  }
}
