package org.xinyidai.engine.referencenode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.Checked;
import org.xinyidai.connectors.feedback.Checked.Conforming;
import org.xinyidai.connectors.feedback.Checked.Failing;
import org.xinyidai.connectors.feedback.Conformance;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.ResultFault;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.connectors.feedback.envelope.BatchFault;
import org.xinyidai.connectors.feedback.envelope.BatchOpener;
import org.xinyidai.connectors.feedback.envelope.BatchOpener.Opened;
import org.xinyidai.connectors.feedback.envelope.Envelope;
import org.xinyidai.connectors.feedback.envelope.EnvelopeJson;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.referencenode.NodeStore.Kept;
import org.xinyidai.models.product.Text;

/**
 * Judges batches and keeps what is sound of them (批次受理): first the envelope, then each line.
 * Blocks.
 */
final class NodeDesk implements AutoCloseable {
  private static final ResultFault CONTENT_OTHER =
      new ResultFault(
          "id",
          Code.CONTENT_OTHER,
          new Text(
              "该编号已有其他内容，更正请用新编号", "this id is held with other content; mend under a new one"));

  private final Path folder;
  private final BatchOpener opener;
  private volatile @Nullable NodeStore store;

  NodeDesk(Path folder, PartyKeys keys, Map<String, PartyCard> senders) throws IOException {
    this.folder = folder;
    opener = new BatchOpener(keys, senders);
    store = NodeStore.open(folder);
  }

  /** Whether the store is being closed and opened again. */
  boolean isAway() {
    return store == null;
  }

  /** Closes the store and opens it again; who comes meanwhile finds it away. */
  synchronized void restart() {
    NodeStore old = store;
    store = null;
    if (old != null) {
      old.close();
    }
    try {
      store = NodeStore.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Judges a batch.
   *
   * @param number under which it came
   * @param takes lines, counted from 1, that are kept and answered
   * @throws StoreAway when the store is away
   */
  Judged judge(String number, byte[] bytes, IntPredicate takes) {
    EnvelopeJson.Read read = EnvelopeJson.read(bytes);
    if (read instanceof EnvelopeJson.Unsound unsound) {
      return new Judged.Refused(unsound.fault());
    }
    Envelope envelope = ((EnvelopeJson.Sound) read).envelope();
    if (!envelope.header().number().equals(number)) {
      return new Judged.Refused(BatchFault.ADDRESSED_OTHERWISE);
    }
    BatchOpener.Outcome outcome = opener.open(envelope);
    if (outcome instanceof BatchOpener.Refused refused) {
      return new Judged.Refused(refused.fault());
    }
    NodeStore held = held();
    String digest = envelope.header().digest();
    if (held.isReused(number, digest)) {
      return new Judged.Refused(BatchFault.NUMBER_REUSED);
    }
    Sorted sorted = new Sorted(((Opened) outcome).lines(), takes);
    List<Kept> kept = held.keep(envelope.header().sender(), number, digest, sorted.entries);
    return new Judged.Answered(digest, sorted.answers(kept));
  }

  /** A page of what a sender's day holds. */
  ReceivedPage page(String sender, LocalDate day, String after) {
    return held().page(sender, day, after, ReceivedPage.MAX_RECORDS);
  }

  private NodeStore held() {
    NodeStore open = store;
    if (open == null) {
      throw new StoreAway();
    }
    return open;
  }

  /** The lines of a batch, sound ones apart from the others. */
  private static final class Sorted {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<RecordAnswer> answers = new ArrayList<>();

    Sorted(List<byte[]> lines, IntPredicate takes) {
      for (int i = 0; i < lines.size(); i++) {
        if (takes.test(i + 1)) {
          sort(i + 1, lines.get(i));
        }
      }
    }

    private void sort(int place, byte[] line) {
      Checked checked = Conformance.check(line);
      if (checked instanceof Conforming sound) {
        entries.add(new Entry(sound.result(), line));
        places.add(place);
      } else if (checked instanceof Failing failing) {
        answers.add(RecordAnswer.rejected(place, failing.id(), failing.faults().get(0)));
      }
    }

    List<RecordAnswer> answers(List<Kept> kept) {
      for (int i = 0; i < kept.size(); i++) {
        String id = entries.get(i).id();
        int place = places.get(i);
        answers.add(
            kept.get(i) == Kept.HELD
                ? RecordAnswer.accepted(place, id)
                : RecordAnswer.rejected(place, id, CONTENT_OTHER));
      }
      return answers;
    }
  }

  @Override
  public synchronized void close() {
    NodeStore open = store;
    store = null;
    if (open != null) {
      open.close();
    }
  }
}
