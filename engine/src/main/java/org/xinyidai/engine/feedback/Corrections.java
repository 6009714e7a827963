package org.xinyidai.engine.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.connectors.feedback.Checked;
import org.xinyidai.connectors.feedback.Conformance;
import org.xinyidai.connectors.feedback.ResultFault;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.Outbox.Held;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Store;

/**
 * Mends results that a node rejected or that were set aside (更正重报): a new result that stands in
 * place of the old one, checked before it is kept. Nothing that was sent is ever changed. The new
 * one goes the way of all results; when it is accepted, the old one counts as mended.
 */
public final class Corrections {
  /** Fields that say which result it is and whence it came; the platform alone fills them. */
  private static final Set<String> FIXED =
      Set.of("version", "id", "kind", "origin", "reportedAt", "corrects", "applicationId");

  private final Outbox outbox;

  Corrections(Store store) {
    this.outbox = new Outbox(store);
  }

  /** What became of a correction. */
  public sealed interface Outcome {
    /** It is kept, and on its way. */
    record Kept(Held held) implements Outcome {}

    /** It would be refused. */
    record Faulty(List<ResultFault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** A field that a correction cannot change. */
    record Fixed(String field) implements Outcome {}

    /** No node waits for one: it is accepted, on its way, or corrected already. */
    record NotWaiting() implements Outcome {}
  }

  /**
   * Puts a correction as a part of a change.
   *
   * @param fields new values, as a merge patch of RFC 7396: what is null is left out
   */
  public Outcome put(Changes changes, Held faulty, JsonNode fields) {
    Optional<String> fixed = fixed(fields);
    if (fixed.isPresent()) {
      return new Outcome.Fixed(fixed.get());
    }
    List<Tier> waiting =
        List.of(Tier.values()).stream()
            .filter(tier -> new Book(changes, tier).state(faulty).waitsForPeople())
            .toList();
    if (waiting.isEmpty()) {
      return new Outcome.NotWaiting();
    }
    Instant now = changes.instant();
    ObjectNode line = faulty.entry().payload().deepCopy();
    merge(line, fields);
    String id = freeId(changes, faulty.entry().id());
    line.put("id", id);
    line.put("reportedAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("corrects", faulty.entry().id());
    // Read and written once, so that its fields stand in the published order.
    Checked checked = Conformance.check(StoredJson.write(line));
    if (checked instanceof Checked.Failing failing) {
      return new Outcome.Faulty(failing.faults());
    }
    return keep(changes, faulty, waiting, ((Checked.Conforming) checked));
  }

  private Outcome keep(
      Changes changes, Held faulty, List<Tier> waiting, Checked.Conforming conforming) {
    OutboxEntry old = faulty.entry();
    OutboxEntry entry =
        new OutboxEntry(
            conforming.result().id(),
            OutboxEntry.CORRECTION + conforming.result().kind().code(),
            old.version(),
            changes.instant(),
            old.scope(),
            ResultLines.payload(conforming.result()));
    outbox.put(changes, entry);
    for (Tier tier : waiting) {
      Book book = new Book(changes, tier);
      book.move(faulty, book.state(faulty).corrected(entry.id()));
      book.end();
    }
    return new Outcome.Kept(Outbox.find(changes, entry.id()).orElseThrow());
  }

  private static Optional<String> fixed(JsonNode fields) {
    Iterator<String> names = fields.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (FIXED.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(field.getKey());
      } else if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode inner) {
        merge(inner, value);
      } else {
        target.set(field.getKey(), value);
      }
    }
  }

  /** The id of the first result with a number behind it: {@code ….c1}, then {@code ….c2}. */
  private static String freeId(Changes changes, String of) {
    String first = of.replaceFirst("\\.c\\d+$", "");
    int number = 1;
    while (Outbox.find(changes, first + ".c" + number).isPresent()) {
      number++;
    }
    return first + ".c" + number;
  }
}
