package org.xinyidai.engine.feedback;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.NodeFailure.Category;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.ReceivedPage.Received;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;
import org.xinyidai.connectors.feedback.ResultNode;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.engine.referencenode.FakeNode;

/** A node that a test tells what to answer; what the test leaves alone is answered as it should. */
final class ScriptedNode implements ResultNode {
  private final FakeNode inner;
  private Function<SealedBatch, Optional<Future<BatchAnswer>>> script = batch -> Optional.empty();
  private final Map<String, String> overrides = new TreeMap<>();
  final List<Sent> sent = new ArrayList<>();

  /** What came in. */
  record Sent(String number, String digest, List<String> ids) {}

  ScriptedNode(FakeNode inner) {
    this.inner = inner;
  }

  void answering(Function<SealedBatch, Optional<Future<BatchAnswer>>> answers) {
    script = answers;
  }

  /** Answers as it should from now on. */
  void well() {
    script = batch -> Optional.empty();
  }

  /** Lists other content for an id, or leaves it out where the digest is empty. */
  void lists(String id, String digest) {
    overrides.put(id, digest);
  }

  static Future<BatchAnswer> failing(Category category, String code) {
    return Future.failedFuture(new NodeFailure(category, code, code));
  }

  /** Answers as it should but for the results of one id. */
  Future<BatchAnswer> butFor(SealedBatch batch, String id, Verdict verdict, String code) {
    return inner
        .send(batch)
        .map(
            answer ->
                new BatchAnswer(
                    answer.batch(),
                    answer.records().stream()
                        .map(one -> one.id().equals(id) ? said(one, verdict, code) : one)
                        .toList()));
  }

  private static RecordAnswer said(RecordAnswer one, Verdict verdict, String code) {
    return new RecordAnswer(one.line(), one.id(), verdict, code, "grant.amountFen", "金额不符");
  }

  /** Every id that it lists for a day. */
  List<String> held(LocalDate day) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      ReceivedPage page = inner.received(day, after).result();
      page.records().forEach(one -> ids.add(one.id()));
      after = page.next();
    } while (!after.isEmpty());
    return ids;
  }

  @Override
  public String code() {
    return inner.code();
  }

  @Override
  public Future<BatchAnswer> send(SealedBatch batch) {
    sent.add(new Sent(batch.number(), batch.envelope().header().digest(), batch.ids()));
    return script.apply(batch).orElseGet(() -> inner.send(batch));
  }

  @Override
  public Future<ReceivedPage> received(LocalDate day, String after) {
    return inner
        .received(day, after)
        .map(
            page -> {
              Map<String, String> listed = new TreeMap<>();
              page.records().forEach(one -> listed.put(one.id(), one.digest()));
              overrides.forEach(
                  (id, digest) -> {
                    if (page.next().isEmpty() || listed.containsKey(id)) {
                      listed.put(id, digest);
                    }
                  });
              listed.values().removeIf(String::isEmpty);
              List<Received> records =
                  listed.entrySet().stream()
                      .map(one -> new Received(one.getKey(), one.getValue()))
                      .toList();
              return new ReceivedPage(day, records, page.next());
            });
  }

  @Override
  public void close() {}
}
