package org.xinyidai.models.financing.application;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.product.Text;

/**
 * How one demand goes to several lenders (一需多投): to few at once, each once, all with the same time.
 * The first grant ends nothing: the enterprise chooses, and those not chosen are told.
 */
public final class FairHandling {
  /** More at once would have lenders work for nothing and weigh on the enterprise's record. */
  public static final int MOST_AT_ONCE = 3;

  private FairHandling() {}

  /**
   * Why these lenders cannot be asked as well; empty where they can.
   *
   * @param held every application of the demand so far
   * @param lenders who would be asked now
   */
  public static Optional<Text> obstacle(List<Application> held, List<String> lenders) {
    List<Application> running = held.stream().filter(Application::inProgress).toList();
    boolean twice =
        lenders.stream().distinct().count() < lenders.size()
            || running.stream().anyMatch(one -> lenders.contains(one.filing().target().lender()));
    if (twice) {
      return Optional.of(
          new Text(
              "同一需求对同一机构只能有一笔在办申请", "a demand has one application at a time with each lender"));
    }
    if (running.size() + lenders.size() > MOST_AT_ONCE) {
      return Optional.of(
          new Text(
              "同一需求最多同时向%d家机构申请，现有在办%d家".formatted(MOST_AT_ONCE, running.size()),
              "at most %d lenders at once for a demand, %d are at work"
                  .formatted(MOST_AT_ONCE, running.size())));
    }
    return held.stream().anyMatch(one -> one.state().phase() == ApplicationState.Phase.BORROWING)
        ? Optional.of(new Text("该需求已签约，请发布新的需求", "this demand is served; post a new one"))
        : Optional.empty();
  }
}
