package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import org.xinyidai.models.subject.Uscc;

/**
 * Takes a fact away as if it had never been told (事实彻底删除), where the law wants it gone: every
 * version and the trace of it. The opposite of a correction or a withdrawal, which keep what was.
 */
public final class FactErasure {
  private FactErasure() {}

  /** Erases a fact in a change; tells where the refused row lies that it came from, if any. */
  public static Optional<String> erase(
      Changes changes, Shards shards, Uscc uscc, FactRow.Name name) {
    byte[] key = name.key(shards, uscc);
    Optional<byte[]> head = changes.get(Family.FACTS, key);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    for (int version = 0; version < FactValue.version(head.get()); version++) {
      changes.delete(Family.SUPERSEDED, FactKey.superseded(key, version));
    }
    Optional<String> origin =
        changes.get(Family.TRACES, key).map(bytes -> new String(bytes, UTF_8));
    origin.ifPresent(traced -> changes.delete(Family.TRACES, key));
    changes.delete(Family.FACTS, key);
    Touched.mark(changes, Arrays.copyOf(key, FactKey.ENTERPRISE_LENGTH));
    return origin;
  }
}
