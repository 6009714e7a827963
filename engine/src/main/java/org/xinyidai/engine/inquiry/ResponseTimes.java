package org.xinyidai.engine.inquiry;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a lender answers (答复时效).
 *
 * @param answered questions that got an answer
 * @param waiting threads in which the enterprise spoke last
 * @param medianMinutes of the waits for an answer, the lower of two middle ones; null without any
 * @param longestMinutes null without any
 */
public record ResponseTimes(
    String lender,
    long inquiries,
    long answered,
    long waiting,
    @Nullable Long medianMinutes,
    @Nullable Long longestMinutes) {

  /** The figures of one lender's threads. */
  static ResponseTimes of(String lender, Collection<Inquiry> inquiries) {
    List<Duration> waits =
        inquiries.stream().flatMap(inquiry -> inquiry.waits().stream()).sorted().toList();
    return new ResponseTimes(
        lender,
        inquiries.size(),
        waits.size(),
        inquiries.stream().filter(Inquiry::awaitsAnswer).count(),
        waits.isEmpty() ? null : waits.get((waits.size() - 1) / 2).toMinutes(),
        waits.isEmpty() ? null : waits.get(waits.size() - 1).toMinutes());
  }
}
