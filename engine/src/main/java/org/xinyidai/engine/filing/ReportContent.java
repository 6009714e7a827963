package org.xinyidai.engine.filing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.OverdueTask;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.ItemResult;

/**
 * All that a report says (报表内容); the same content gives the same bytes.
 *
 * @param districts items by district and id; empty where the report is of one district
 * @param sources lines of the quality of the month
 * @param versions by name, of what the figures were computed with
 * @param simulated whether every enterprise in it is invented
 * @param correction which version this one replaces and why; empty for the first
 */
public record ReportContent(
    ReportSubject subject,
    Assessment assessment,
    SortedMap<String, Map<String, ItemResult>> districts,
    MarketFunnel funnel,
    List<QualityReport.Line> sources,
    List<OverdueTask> overdue,
    SortedMap<String, String> versions,
    boolean simulated,
    String correction) {
  public ReportContent {
    districts = Collections.unmodifiableSortedMap(copied(districts));
    sources = List.copyOf(sources);
    overdue = List.copyOf(overdue);
    versions = Collections.unmodifiableSortedMap(copied(versions));
  }

  private static <V> SortedMap<String, V> copied(Map<String, V> map) {
    return new TreeMap<>(map);
  }
}
