package org.xinyidai.engine.feedback;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.store.Changes;

/**
 * Tells those who must see to a record (回传待办通知): its lender, and the offices. One notice for all
 * records of one write, for a bad day has thousands.
 */
final class Told {
  private final Notices notices;
  private final Supplier<List<String>> known;
  private volatile List<String> offices = List.of();

  /**
   * Tells through the given box.
   *
   * @param known organisations of the office, asked outside of changes alone
   */
  Told(Notices notices, Supplier<List<String>> known) {
    this.notices = notices;
    this.known = known;
  }

  /** Asks which offices there are; reads the store, so not inside a change. */
  void refresh() {
    offices = known.get();
  }

  /** These records wait for people now; nothing is told of none. */
  void people(Changes changes, Tier tier, Collection<Held> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    Map<String, Integer> lenders = new LinkedHashMap<>();
    waiting.forEach(held -> lenders.merge(held.entry().scope().lender(), 1, Integer::sum));
    lenders.remove("");
    String first = waiting.iterator().next().entry().id();
    lenders.forEach((lender, count) -> put(changes, lender, tier, first, count));
    offices.forEach(office -> put(changes, office, tier, first, waiting.size()));
  }

  private void put(Changes changes, String organisation, Tier tier, String first, int count) {
    Words words =
        new Words(
            "有%d条融资结果未被%s接收，请查看原因并更正".formatted(count, tier.titleZh()),
            "%d results were not taken by the %s node: look at the reasons and correct them"
                .formatted(count, tier.code()));
    notices.put(
        changes,
        new Notice(organisation, Notice.Kind.RESULT_RETURNED, changes.instant(), first, "", words));
  }
}
