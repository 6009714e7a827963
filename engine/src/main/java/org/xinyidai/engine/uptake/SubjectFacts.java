package org.xinyidai.engine.uptake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.SubjectTable;

/**
 * All subjects in columns (主体统计库), in memory and derived: read whole when first asked for, and from
 * then on kept up with what the store tells of each write. Whoever has been told that a write is
 * done finds it here.
 */
final class SubjectFacts {
  /** Changed subjects that wait to be read anew; past it reading everyone is the shorter way. */
  private static final int MOST_CHANGED = 50_000;

  private final Store store;
  private final SubjectReader reader;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private volatile boolean follows;
  private volatile boolean tooMany;
  private SubjectTable table = new SubjectTable();
  private Map<Uscc, List<Decision>> decisions = new HashMap<>();

  SubjectFacts(Store store) {
    this.store = store;
    this.reader = new SubjectReader(store);
    for (Family family : List.of(Family.FACTS, Family.MILESTONES, Family.APPLICATIONS)) {
      store.follow(family, this::told);
    }
  }

  /** Asks the columns as they are after every write that is done. */
  synchronized <R> R ask(Function<SubjectTable, R> question) {
    catchUp();
    return question.apply(table);
  }

  /** Every decision of lenders. */
  synchronized List<Decision> decisions() {
    catchUp();
    return decisions.values().stream().flatMap(List::stream).toList();
  }

  /** Forgets everything and reads it anew. */
  synchronized void rebuild() {
    follows = true;
    tooMany = false;
    changed.clear();
    SubjectTable fresh = new SubjectTable();
    Map<Uscc, List<Decision>> decided = new HashMap<>();
    IntStream.range(0, store.shards().count())
        .parallel()
        .forEach(
            shard -> {
              List<Subject> subjects = new ArrayList<>();
              reader.forEach(shard, subjects::add);
              synchronized (fresh) {
                subjects.forEach(subject -> put(fresh, decided, subject));
              }
            });
    table = fresh;
    decisions = decided;
  }

  private void catchUp() {
    if (!follows || tooMany) {
      rebuild();
      return;
    }
    for (String code : List.copyOf(changed)) {
      changed.remove(code);
      put(table, decisions, reader.of(new Uscc(code)));
    }
  }

  private static void put(
      SubjectTable table, Map<Uscc, List<Decision>> decisions, Subject subject) {
    table.put(subject.uscc(), subject.spans());
    if (subject.decisions().isEmpty()) {
      decisions.remove(subject.uscc());
    } else {
      decisions.put(subject.uscc(), subject.decisions());
    }
  }

  /** All three families keep what is of a subject under its shard and code. */
  private void told(byte[] key) {
    if (!follows || tooMany) {
      return;
    }
    changed.add(new String(key, 1, Uscc.LENGTH, US_ASCII));
    if (changed.size() > MOST_CHANGED) {
      tooMany = true;
      changed.clear();
    }
  }
}
