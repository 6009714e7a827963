package org.xinyidai.engine.feedback;

import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.BatchAnswer;

/** A batch on its way, or waiting to go again (在途批次的发送状态). For the tier's thread alone. */
final class Flight {
  private Packed packed;
  private int attempts;
  private Instant notBefore = Instant.MIN;
  private long seen;
  private @Nullable Future<BatchAnswer> way;

  /**
   * @param seen how many batches had got through when this one was composed
   */
  Flight(Packed packed, long seen) {
    this.packed = packed;
    this.seen = seen;
  }

  Packed packed() {
    return packed;
  }

  int attempts() {
    return attempts;
  }

  Instant notBefore() {
    return notBefore;
  }

  boolean isUnderWay() {
    return way != null;
  }

  boolean mayGo(Instant now) {
    return way == null && !notBefore.isAfter(now);
  }

  void goes(Future<BatchAnswer> answer) {
    way = answer;
  }

  /** The answer that has come, taken out; null while there is none. */
  @Nullable Future<BatchAnswer> landed() {
    Future<BatchAnswer> answer = way;
    if (answer == null || !answer.isComplete()) {
      return null;
    }
    way = null;
    return answer;
  }

  void failed(Instant again) {
    attempts++;
    notBefore = again;
  }

  void becomes(Packed other) {
    packed = other;
  }

  /** Whether others got through since this one last failed; from now on counted anew. */
  boolean othersGotThrough(long successes) {
    boolean some = successes > seen;
    seen = successes;
    return some;
  }
}
