package org.xinyidai.engine.dispute;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.connectors.dispute.EffectPolicyFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.dispute.CaseFile.Step;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.Touched;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.dispute.DisputedFact;
import org.xinyidai.models.dispute.EffectPolicy;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.dispute.OpenDisputes;
import org.xinyidai.models.subject.Uscc;

/** All cases (异议与修复案卷库), and what was under dispute at any moment. */
public final class Disputes {
  /** Keys that begin so name the fact of an open case, so that none is opened twice. */
  private static final String OF_FACT = "!";

  private final Store store;
  private final EffectPolicy policy = EffectPolicyFile.bundled();

  public Disputes(Store store) {
    this.store = store;
  }

  /**
   * The facts of an enterprise whose objection was filed by an instant and not decided by then:
   * what was known of cases then, so that a past vector is computed as it was.
   */
  public OpenDisputes openAt(Uscc uscc, Instant instant) {
    return store.read(view -> openAt(view, uscc, instant));
  }

  /** The same inside a view, for one consistent picture with other state. */
  public OpenDisputes openAt(View view, Uscc uscc, Instant instant) {
    Set<DisputedFact> open = new HashSet<>();
    for (CaseFile file : of(view, uscc)) {
      if (file.kind() == Kind.OBJECTION && isOpenAt(file, instant)) {
        open.add(file.disputed());
      }
    }
    return new OpenDisputes(open, policy);
  }

  /** The cases of an enterprise, in the order of their numbers. */
  public List<CaseFile> of(Uscc uscc) {
    return store.read(view -> of(view, uscc));
  }

  private List<CaseFile> of(View view, Uscc uscc) {
    List<CaseFile> found = new ArrayList<>();
    byte[] prefix = FactKey.enterprise(store.shards(), uscc);
    try (Cursor cursor = view.scan(Family.CASES, prefix)) {
      while (cursor.next()) {
        found.add(CaseCodec.read(uscc, cursor.value()));
      }
    }
    return found;
  }

  /** The enterprises of a shard that ever opened a case. */
  public static Set<Uscc> enterprises(View view, int shard) {
    Set<Uscc> found = new HashSet<>();
    try (Cursor cursor = view.scan(Family.CASES, new byte[] {(byte) shard})) {
      while (cursor.next()) {
        found.add(FactKey.usccOf(cursor.key()));
      }
    }
    return found;
  }

  /** A case of an enterprise; empty when there is none of that number. */
  public Optional<CaseFile> find(Uscc uscc, String id) {
    return store
        .read(view -> view.get(Family.CASES, key(uscc, id)))
        .map(b -> CaseCodec.read(uscc, b));
  }

  /** The same inside a change. */
  public Optional<CaseFile> find(Changes changes, Uscc uscc, String id) {
    return changes.get(Family.CASES, key(uscc, id)).map(bytes -> CaseCodec.read(uscc, bytes));
  }

  /** Every case in which something is left to do, in the order of numbers. */
  public List<CaseFile> pending() {
    List<Uscc> owners = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.OPEN_CASES, new byte[0])) {
            while (cursor.next()) {
              String key = new String(cursor.key(), US_ASCII);
              if (!key.startsWith(OF_FACT)) {
                ids.add(key);
                owners.add(new Uscc(new String(cursor.value(), US_ASCII)));
              }
            }
          }
          return ids.size();
        });
    List<CaseFile> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      find(owners.get(i), ids.get(i)).ifPresent(found::add);
    }
    return found;
  }

  /**
   * Keeps a case as a part of a larger change, and has the features of its enterprise computed
   * anew.
   *
   * @param pending whether something is left to do in it
   */
  public void put(Changes changes, CaseFile file, boolean pending) {
    changes.put(Family.CASES, key(file.uscc(), file.id()), CaseCodec.write(file));
    Touched.mark(changes, store.shards(), file.uscc());
    byte[] number = file.id().getBytes(US_ASCII);
    byte[] ofFact = ofFact(file.kind(), file.uscc(), file.fact());
    if (pending) {
      changes.put(Family.OPEN_CASES, number, file.uscc().value().getBytes(US_ASCII));
      changes.put(Family.OPEN_CASES, ofFact, number);
    } else {
      changes.delete(Family.OPEN_CASES, number);
      changes.delete(Family.OPEN_CASES, ofFact);
    }
  }

  /** Whether a case of this kind about the fact is open. */
  public boolean isOpen(Changes changes, Kind kind, Uscc uscc, FactRow.Name fact) {
    return changes.get(Family.OPEN_CASES, ofFact(kind, uscc, fact)).isPresent();
  }

  private static byte[] ofFact(Kind kind, Uscc uscc, FactRow.Name fact) {
    return (OF_FACT + kind + uscc + fact).getBytes(US_ASCII);
  }

  private static boolean isOpenAt(CaseFile file, Instant instant) {
    boolean open = false;
    for (Step step : file.steps()) {
      if (!step.at().isAfter(instant)) {
        open = isOpen(step.state());
      }
    }
    return open;
  }

  private static boolean isOpen(String state) {
    Objection.State held = Objection.State.valueOf(state);
    return held == Objection.State.MARKED || held == Objection.State.CHECKING;
  }

  private byte[] key(Uscc uscc, String id) {
    byte[] prefix = FactKey.enterprise(store.shards(), uscc);
    byte[] number = id.getBytes(US_ASCII);
    return ByteBuffer.allocate(prefix.length + number.length).put(prefix).put(number).array();
  }
}
