package org.xinyidai.engine.uptake;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xinyidai.engine.ledger.Cell;
import org.xinyidai.engine.ledger.CodeFaults;
import org.xinyidai.engine.ledger.Ledger;
import org.xinyidai.engine.ledger.Tally;
import org.xinyidai.engine.quality.QualityReport;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.quality.ReportCounts;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.Permit;
import org.xinyidai.models.record.UtilityBill;

/** Figures out of the quality ledger (台账类口径), by whole months, read once for one question. */
final class LedgerCounts {
  private static final Set<String> PUBLICITY = Set.of(Permit.FEED.id(), Penalty.FEED.id());
  private static final Set<String> UTILITIES =
      Set.of(
          UtilityBill.ELECTRICITY.id(),
          UtilityBill.WATER.id(),
          UtilityBill.GAS.id(),
          UtilityBill.HEAT.id());

  private final Store store;
  private final Map<Cell, Tally> cells = new HashMap<>();

  /** Reads every cell up to a month. */
  LedgerCounts(Store store, YearMonth last) {
    this.store = store;
    new Ledger(store).forEach(last, cells::put);
  }

  /** Permits and penalties of some months. */
  ReportCounts publicity(YearMonth first, YearMonth last, Scope scope) {
    return sum(PUBLICITY, first, last, scope);
  }

  /** Records of all feeds. */
  ReportCounts all(YearMonth first, YearMonth last, Scope scope) {
    return sum(Set.of(), first, last, scope);
  }

  /** Utility records that were filed under an enterprise. */
  long utilities(YearMonth first, YearMonth last, Scope scope) {
    return sum(UTILITIES, first, last, scope).loaded();
  }

  /** Codes refused in registrations of a month. */
  long codesRefused(YearMonth month, Scope scope) {
    return CodeFaults.month(store, month).entrySet().stream()
        .filter(fault -> fault.getKey().cell().feed().equals(MarketRegistration.FEED.id()))
        .filter(fault -> admits(scope, fault.getKey().cell()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Whoever reported permits, penalties or anything else. */
  List<String> sources() {
    Set<String> sources = new HashSet<>();
    cells.keySet().forEach(cell -> sources.add(cell.source()));
    return List.copyOf(new TreeSet<>(sources));
  }

  private ReportCounts sum(Set<String> feeds, YearMonth first, YearMonth last, Scope scope) {
    Tally sum = Tally.NONE;
    for (Map.Entry<Cell, Tally> cell : cells.entrySet()) {
      Cell at = cell.getKey();
      boolean wanted = feeds.isEmpty() || feeds.contains(at.feed());
      boolean inside = !at.month().isBefore(first) && !at.month().isAfter(last);
      sum = wanted && inside && admits(scope, at) ? sum.plus(cell.getValue()) : sum;
    }
    return QualityReport.counts(sum, 0, 0);
  }

  private static boolean admits(Scope scope, Cell cell) {
    return cell.district().startsWith(scope.district())
        && (scope.source().isEmpty() || scope.source().equals(cell.source()));
  }
}
