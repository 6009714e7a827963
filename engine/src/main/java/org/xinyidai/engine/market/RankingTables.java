package org.xinyidai.engine.market;

import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.Matcher;
import org.xinyidai.models.ranking.LendingRecord;
import org.xinyidai.models.ranking.RankingTable;

/**
 * The tables that offers are ranked by (排序数据表), one for each matcher that is in use: they go when
 * the shelf lets the matcher go, and are built anew when decisions of lenders came.
 */
final class RankingTables {
  private final Map<Matcher, RankingTable> tables = new WeakHashMap<>();

  synchronized RankingTable of(Matcher matcher, LendingRecord known) {
    @Nullable RankingTable table = tables.get(matcher);
    if (table == null || table.record() != known) {
      table = new RankingTable(matcher.products(), known);
      tables.put(matcher, table);
    }
    return table;
  }
}
