package org.xinyidai.engine.referencenode;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.Checked;
import org.xinyidai.connectors.feedback.Checked.Conforming;
import org.xinyidai.connectors.feedback.Checked.Failing;
import org.xinyidai.connectors.feedback.Conformance;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.NodeFailure.Category;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.ReceivedPage.Received;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.ResultFault;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.connectors.feedback.ResultNode;
import org.xinyidai.connectors.feedback.envelope.BatchOpener;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.models.product.Text;

/** A node in memory that opens, checks and keeps for real, and never fails. For tests. */
public final class FakeNode implements ResultNode {
  private final PartyKeys keys;
  private final BatchOpener opener;
  private final Map<String, Held> held = new TreeMap<>();

  private record Held(LocalDate day, String digest) {}

  public FakeNode(PartyKeys keys, PartyCard sender) {
    this.keys = keys;
    opener = new BatchOpener(keys, Map.of(sender.code(), sender));
  }

  @Override
  public String code() {
    return keys.code();
  }

  @Override
  public synchronized Future<BatchAnswer> send(SealedBatch batch) {
    BatchOpener.Outcome outcome = opener.open(batch.envelope());
    if (outcome instanceof BatchOpener.Refused refused) {
      return Future.failedFuture(
          new NodeFailure(Category.REFUSED, refused.fault().name(), "refused"));
    }
    List<byte[]> lines = ((BatchOpener.Opened) outcome).lines();
    List<RecordAnswer> answers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      answers.add(answer(i + 1, batch.ids().get(i), lines.get(i)));
    }
    return Future.succeededFuture(new BatchAnswer(batch.number(), answers));
  }

  private RecordAnswer answer(int line, String id, byte[] bytes) {
    Checked checked = Conformance.check(bytes);
    if (checked instanceof Failing failing) {
      return RecordAnswer.rejected(line, id, failing.faults().get(0));
    }
    FinancingResult result = ((Conforming) checked).result();
    Held now = new Held(result.reportedOn(), Sm3.of(bytes));
    Held before = held.putIfAbsent(result.id(), now);
    return before == null || before.equals(now)
        ? RecordAnswer.accepted(line, id)
        : RecordAnswer.rejected(
            line, id, new ResultFault("id", Code.CONTENT_OTHER, new Text("内容不同", "other")));
  }

  @Override
  public synchronized Future<ReceivedPage> received(LocalDate day, String after) {
    List<Received> page = new ArrayList<>();
    held.forEach(
        (id, one) -> {
          if (one.day().equals(day)
              && id.compareTo(after) > 0
              && page.size() < ReceivedPage.MAX_RECORDS) {
            page.add(new Received(id, one.digest()));
          }
        });
    boolean full = page.size() == ReceivedPage.MAX_RECORDS;
    String next = full ? page.get(page.size() - 1).id() : "";
    return Future.succeededFuture(new ReceivedPage(day, page, next));
  }

  @Override
  public void close() {
    held.clear();
  }
}
