package org.xinyidai.engine.creditreport;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.models.history.History;

/**
 * What goes into one report (信用报告内容).
 *
 * @param shown the parts that the reader may see
 * @param score null where no model serves or the reader may not see it
 * @param adverse penalties and lists that still count
 * @param disputed the facts under objection, also those that are in no other part
 */
record ReportContent(
    Profile profile,
    History history,
    LocalDate asOf,
    Set<DataCategory> shown,
    @Nullable StoredScore score,
    List<FactRow> adverse,
    List<FactRow.Name> disputed) {
  ReportContent {
    shown = Set.copyOf(shown);
    adverse = List.copyOf(adverse);
    disputed = List.copyOf(disputed);
  }
}
