package org.xinyidai.models.dispute;

import java.util.Optional;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.SourceRecord;

/**
 * How the use of an adverse record ends by repair (信用修复路径), told wherever the record is shown (E3).
 * Terms of publication: 信用修复管理办法, in force since 2026-04-01.
 */
public record RepairRoute(String zh, String en) {
  private static final String HERE_ZH = "在本平台提交修复申请，3个工作日内初审；对事实有异议的，提出异议，20日内答复。";
  private static final String HERE_EN =
      " File a request for repair here, reviewed within 3 working days; dispute the fact itself, answered within 20 days.";
  private static final RepairRoute PENALTY =
      new RepairRoute(
          "履行处罚决定、纠正失信行为后可申请信用修复。" + HERE_ZH,
          "Comply with the decision and make good, then ask for credit repair." + HERE_EN);

  /** The route out of a record; empty where it is not adverse or is repaired already. */
  public static Optional<RepairRoute> of(SourceRecord record) {
    if (record instanceof Penalty penalty && penalty.repairedOn() == null) {
      return Optional.of(of(penalty.severity()));
    }
    if (record instanceof Listing listing
        && listing.action() == ListingAction.ENTERED
        && listing.list() != CreditListKind.RED) {
      return Optional.of(
          new RepairRoute(
              "向认定单位“%s”或“信用中国”网站申请信用修复移出名单。".formatted(listing.authority()) + HERE_ZH,
              "Ask the listing authority or Credit China for repair and removal." + HERE_EN));
    }
    return Optional.empty();
  }

  /**
   * The route out of what a feature that reads a feed counts; empty for feeds that blame nobody.
   */
  public static Optional<RepairRoute> of(Feed<?> feed) {
    return feed.equals(Penalty.FEED) || feed.equals(Listing.FEED)
        ? Optional.of(PENALTY)
        : Optional.empty();
  }

  private static RepairRoute of(PenaltySeverity severity) {
    String term =
        switch (severity) {
          case MINOR -> "轻微失信原则上不公示，公示的最长3个月；";
          case GENERAL -> "一般失信公示3个月至1年，届满3个月可申请修复；";
          case SERIOUS -> "严重失信公示1年至3年，届满1年可申请修复；";
        };
    return new RepairRoute(term + PENALTY.zh, PENALTY.en);
  }
}
