package org.xinyidai.engine.redress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.ingest.Refiling;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.ListingAction;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.RowTexts;
import org.xinyidai.models.record.Validated;

/**
 * Puts decisions into effect on the facts (处理结果落实), in the same write as the decision: a wrong fact
 * is superseded or taken back, a repaired one bears its day of repair.
 */
final class Remedies {

  private final Store store;
  private final FactRows rows;

  Remedies(Store store) {
    this.store = store;
    this.rows = new FactRows(store);
  }

  /** Takes the fact back. */
  void remove(Changes changes, CaseFile file) {
    FactRow held = held(changes, file);
    if (!fact(file, held.row()).withdraw(changes, changes.instant())) {
      throw gone();
    }
  }

  /**
   * Supersedes the fact by a right one.
   *
   * @param correction new texts by the name of their column; the rest stays
   */
  void correct(Changes changes, CaseFile file, Map<String, String> correction) {
    if (correction.isEmpty()) {
      throw new CaseRefused("correction", "请填写更正后的数据项", "say which columns change, and to what");
    }
    FactRow held = held(changes, file);
    Map<String, String> texts = new LinkedHashMap<>(RowTexts.of(file.fact().feed(), held.row()));
    for (Map.Entry<String, String> changed : correction.entrySet()) {
      if (file.fact().feed().position(changed.getKey()).isEmpty()) {
        throw new CaseRefused(
            "correction." + changed.getKey(), "该数据目录没有此数据项", "the feed has no such column");
      }
      texts.put(changed.getKey(), changed.getValue());
    }
    Row corrected = row(file, texts, changes.instant());
    if (!rows.nameOf(file.fact().feed(), corrected).equals(file.fact())) {
      throw new CaseRefused(
          "correction",
          "更正改变了记录的标识项，请改为删除后由数源单位重新报送",
          "the correction changes what identifies the record; remove it and have it delivered anew");
    }
    take(changes, file, corrected);
  }

  /**
   * Notes on the fact, or beside it for a list, that it is repaired from the day of decision on.
   */
  void repair(Changes changes, CaseFile file) {
    Map<String, String> texts =
        new LinkedHashMap<>(RowTexts.of(file.fact().feed(), held(changes, file).row()));
    String today = ChinaTime.dayOf(changes.instant()).toString();
    if (file.fact().feed().equals(Penalty.FEED)) {
      texts.put("repairedOn", today);
    } else if (file.fact().feed().equals(Listing.FEED)) {
      texts.put("decidedOn", today);
      texts.put("action", ListingAction.REPAIRED.name());
    }
    take(changes, file, row(file, texts, changes.instant()));
  }

  private void take(Changes changes, CaseFile file, Row row) {
    NewFact fact = fact(file, row);
    if (fact.take(changes, changes.instant()) == NewFact.Outcome.REPEATED) {
      throw new CaseRefused(
          "correction", "与已有记录的某一版本完全相同，未作更正", "this is word for word a version that is stored");
    }
    fact.touch(changes);
  }

  private NewFact fact(CaseFile file, Row row) {
    return NewFact.of(store.shards(), file.fact().feed(), row);
  }

  private static Row row(CaseFile file, Map<String, String> texts, Instant at) {
    Validated<Row> validated = Refiling.validate(file.fact().feed(), texts, ChinaTime.dayOf(at));
    if (validated instanceof Validated.Accepted<Row> accepted) {
      return accepted.value();
    }
    Validated.Rejected<Row> rejected = (Validated.Rejected<Row>) validated;
    throw new CaseRefused(
        "correction." + rejected.field(),
        "更正后的数据项 " + rejected.field() + " 校验不通过：" + rejected.reason(),
        "the corrected " + rejected.field() + " does not hold: " + rejected.reason());
  }

  private FactRow held(Changes changes, CaseFile file) {
    return rows.find(changes, file.uscc(), file.fact())
        .filter(row -> !row.withdrawn())
        .orElseThrow(Remedies::gone);
  }

  private static CaseRefused gone() {
    return new CaseRefused("factId", "该记录已不在库或已撤回", "the record is there no more");
  }
}
