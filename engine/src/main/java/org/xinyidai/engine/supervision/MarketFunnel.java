package org.xinyidai.engine.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Region;

/**
 * From registration to settled loans (融资全流程漏斗), as it stood at the end of a day. That a product was
 * open to a demand is known of open demands alone, and of those that became applications.
 *
 * @param groups by dimension, in the order of keys
 * @param stays of every state that an application has been in
 * @param refusals most frequent first
 */
public record MarketFunnel(
    LocalDate asOf,
    Scope scope,
    FunnelLine total,
    Map<FunnelDimension, List<FunnelLine>> groups,
    List<StateStay> stays,
    List<RefusalCount> refusals) {
  public MarketFunnel {
    groups = Map.copyOf(groups);
    stays = List.copyOf(stays);
    refusals = List.copyOf(refusals);
  }

  /**
   * What of the market is looked at (统计范围).
   *
   * @param district whose enterprises alone count; null for all
   * @param lender whose applications alone count; empty for all
   */
  public record Scope(@Nullable Region district, String lender) {
    public static final Scope ALL = new Scope(null, "");

    boolean isOfLender() {
      return !lender.isEmpty();
    }
  }

  /** The lines of a dimension. */
  public List<FunnelLine> by(FunnelDimension dimension) {
    return groups.getOrDefault(dimension, List.of());
  }
}
