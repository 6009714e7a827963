package org.xinyidai.engine.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wakes those who wait for notices (通知提醒). Each waits once: whoever wants to go on waits again, and
 * looks into the box before.
 */
public final class Bell {
  private final Map<String, Set<CompletableFuture<Boolean>>> waiting = new ConcurrentHashMap<>();

  /**
   * Completes when something comes into one of the boxes; listen first, then look into them, and
   * {@link #stop} where nobody waits any more.
   */
  CompletableFuture<Boolean> next(List<String> boxes) {
    CompletableFuture<Boolean> one = new CompletableFuture<>();
    boxes.forEach(
        box ->
            waiting.compute(
                box,
                (name, all) -> {
                  Set<CompletableFuture<Boolean>> more =
                      all == null ? ConcurrentHashMap.newKeySet() : all;
                  more.add(one);
                  return more;
                }));
    return one;
  }

  void ring(String organisation) {
    Set<CompletableFuture<Boolean>> all = waiting.remove(organisation);
    if (all != null) {
      all.forEach(one -> one.complete(true));
    }
  }

  /** Forgets one who waits. */
  void stop(List<String> boxes, CompletableFuture<Boolean> one) {
    boxes.forEach(
        box ->
            waiting.computeIfPresent(
                box,
                (name, all) -> {
                  all.removeIf(other -> other == one);
                  return all.isEmpty() ? null : all;
                }));
  }

  /** How many wait now. */
  public int waiting() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }
}
