package org.xinyidai.engine.referencenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.NodeFailure.Category;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.ReceivedPage.Received;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.client.NodeClient;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.connectors.seal.Sm3;

/** What the connector makes of the reference node, well and in every way in which it fails. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceNodeContract {
  private static final List<String> IDS = Sent.ids("a", 10);

  @TempDir private Path folder;

  @Test
  void sound_results_are_accepted_held_and_listed_with_the_digests_of_their_lines()
      throws Exception {
    try (RunningNode node = new RunningNode(folder, FailurePlan.none())) {
      BatchAnswer answer = node.send(Sent.batch(node.sealer, 1, IDS));
      assertEquals("hohhot-000000000001", answer.batch());
      assertEquals(10, count(answer, Verdict.ACCEPTED));
      ReceivedPage page = RunningNode.await(node.client().received(Sent.DAY, ""));
      String digest = Sm3.of(ResultLine.write(Sent.granted("a.3", 100_000_00L)));
      assertEquals(IDS, page.records().stream().map(Received::id).toList());
      assertTrue(page.records().contains(new Received("a.3", digest)));
      assertEquals("", page.next());
      assertEquals(
          List.of(), RunningNode.await(node.client().received(Sent.DAY.plusDays(1), "")).records());
    }
  }

  @Test
  void a_repeat_is_accepted_and_other_content_under_the_same_id_is_rejected() throws Exception {
    try (RunningNode node = new RunningNode(folder, FailurePlan.none())) {
      node.send(Sent.batch(node.sealer, 1, IDS));
      assertEquals(10, count(node.send(Sent.batch(node.sealer, 1, IDS)), Verdict.ACCEPTED));
      assertEquals(10, count(node.send(Sent.batch(node.sealer, 2, IDS)), Verdict.ACCEPTED));
      byte[] other = ResultLine.write(Sent.granted("a.0", 1));
      byte[] unsound = ResultLine.write(Sent.granted("b.0", -1));
      BatchAnswer answer =
          node.send(node.sealer.seal(3, List.of("a.0", "b.0"), List.of(other, unsound)));
      assertEquals("CONTENT_OTHER", answer.records().get(0).code());
      assertEquals("OUT_OF_RANGE", answer.records().get(1).code());
      assertEquals("grant.amountFen", answer.records().get(1).field());
      assertEquals("b.0", answer.records().get(1).id());
      assertEquals(IDS, listed(node));
    }
  }

  @Test
  void a_batch_that_is_not_what_it_says_is_refused_for_good() throws IOException {
    try (RunningNode node = new RunningNode(folder, FailurePlan.none())) {
      node.send(Sent.batch(node.sealer, 1, IDS));
      assertRefused(node, Sent.batch(node.sealer, 1, List.of("z.1")), "NUMBER_REUSED");
      PartyKeys stranger = NodeConfig.keys(Sent.SENDER, folder.resolve("stranger"));
      BatchSealer forged = new BatchSealer(stranger, node.keys.card(), new SecureRandom());
      assertRefused(node, Sent.batch(forged, 2, List.of("z.2")), "SIGNATURE_WRONG");
      PartyKeys unknown = NodeConfig.keys("elsewhere", folder.resolve("unknown"));
      BatchSealer alien = new BatchSealer(unknown, node.keys.card(), new SecureRandom());
      assertRefused(node, Sent.batch(alien, 2, List.of("z.3")), "SENDER_UNKNOWN");
      assertEquals(IDS, listed(node));
    } catch (NodeFailure e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(RunningNode node, SealedBatch batch, String code) {
    NodeFailure failure = RunningNode.failure(node.client().send(batch));
    assertEquals(Category.REFUSED, failure.category(), failure.getMessage());
    assertEquals(code, failure.code());
  }

  @ParameterizedTest
  @CsvSource({
    "DROP_BEFORE, UNKNOWN, BROKEN_OFF, 0",
    "DROP_AFTER, UNKNOWN, BROKEN_OFF, 10",
    "ERROR_BEFORE, UNKNOWN, HTTP_500, 0",
    "ERROR_AFTER, UNKNOWN, HTTP_500, 10",
    "RESTART, TRY_AGAIN, BUSY, 0"
  })
  void a_call_without_an_answer_says_whether_to_doubt_and_a_repeat_mends_it(
      FailureMode mode, Category category, String code, int held) throws Exception {
    try (RunningNode node = new RunningNode(folder, RunningNode.always(mode))) {
      SealedBatch batch = Sent.batch(node.sealer, 1, IDS);
      NodeFailure failure = RunningNode.failure(node.client().send(batch));
      assertEquals(category, failure.category(), failure.getMessage());
      assertEquals(code, failure.code(), failure.getMessage());
      assertEquals(held, listed(node).size());
      assertMends(node, batch);
    }
  }

  @Test
  void half_an_answer_leaves_the_other_half_unknown() throws Exception {
    try (RunningNode node =
        new RunningNode(folder, RunningNode.always(FailureMode.HALF_ANSWERED))) {
      SealedBatch batch = Sent.batch(node.sealer, 1, IDS);
      BatchAnswer answer = node.send(batch);
      assertEquals(5, count(answer, Verdict.ACCEPTED));
      assertEquals(5, unknown(answer, RecordAnswer.ANSWER_MISSING));
      assertEquals(10, listed(node).size());
      assertMends(node, batch);
    }
  }

  @Test
  void what_was_not_kept_is_never_accepted() throws Exception {
    try (RunningNode node = new RunningNode(folder, RunningNode.always(FailureMode.HALF_KEPT))) {
      List<String> many = Sent.ids("m", 400);
      SealedBatch batch = Sent.batch(node.sealer, 1, many);
      BatchAnswer answer = node.send(batch);
      List<String> accepted =
          answer.records().stream()
              .filter(one -> one.verdict() == Verdict.ACCEPTED)
              .map(RecordAnswer::id)
              .sorted()
              .toList();
      assertTrue(accepted.size() > 100 && accepted.size() < 300, "" + accepted.size());
      assertEquals(accepted, listed(node));
      assertMends(node, batch);
    }
  }

  @Test
  void an_answer_twice_and_in_disorder_is_an_answer_once_and_in_order() throws Exception {
    try (RunningNode node = new RunningNode(folder, RunningNode.always(FailureMode.DUPLICATE))) {
      BatchAnswer answer = node.send(Sent.batch(node.sealer, 1, IDS));
      assertEquals(10, count(answer, Verdict.ACCEPTED));
      assertEquals(IDS, answer.records().stream().map(RecordAnswer::id).toList());
    }
  }

  @Test
  void the_answer_to_another_batch_leaves_everything_unknown() throws Exception {
    try (RunningNode node = new RunningNode(folder, RunningNode.always(FailureMode.STALE))) {
      node.send(Sent.batch(node.sealer, 1, IDS));
      SealedBatch batch = Sent.batch(node.sealer, 2, Sent.ids("b", 10));
      assertEquals(10, unknown(node.send(batch), RecordAnswer.ANSWER_NOT_GENUINE));
      assertMends(node, batch);
    }
  }

  @Test
  void a_wrong_signature_leaves_everything_unknown() throws Exception {
    try (RunningNode node =
        new RunningNode(folder, RunningNode.always(FailureMode.WRONG_SIGNATURE))) {
      SealedBatch batch = Sent.batch(node.sealer, 1, IDS);
      assertEquals(10, unknown(node.send(batch), RecordAnswer.ANSWER_NOT_GENUINE));
      assertMends(node, batch);
    }
  }

  @Test
  void an_answer_that_comes_late_is_doubt_for_who_did_not_wait_and_good_for_who_did()
      throws Exception {
    try (RunningNode node = new RunningNode(folder, RunningNode.always(FailureMode.DELAY));
        NodeClient hasty = node.client(null, Duration.ofMillis(100))) {
      SealedBatch batch = Sent.batch(node.sealer, 1, IDS);
      NodeFailure failure = RunningNode.failure(hasty.send(batch));
      assertEquals(Category.UNKNOWN, failure.category());
      assertEquals("TIMEOUT", failure.code(), failure.getMessage());
      assertEquals(10, count(node.send(batch), Verdict.ACCEPTED));
    }
  }

  @Test
  void a_node_that_is_gone_is_tried_again() throws Exception {
    RunningNode node = new RunningNode(folder, FailurePlan.none());
    node.node.close();
    NodeFailure failure = RunningNode.failure(node.client().send(Sent.batch(node.sealer, 1, IDS)));
    assertEquals(Category.TRY_AGAIN, failure.category());
    assertEquals("CONNECT", failure.code(), failure.getMessage());
    assertEquals(
        Category.TRY_AGAIN, RunningNode.failure(node.client().received(Sent.DAY, "")).category());
  }

  @Test
  void long_days_are_listed_in_pages_without_a_gap() throws Exception {
    try (RunningNode node = new RunningNode(folder, FailurePlan.none())) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        List<String> ids = Sent.ids("p" + i, 700);
        all.addAll(ids);
        node.send(Sent.batch(node.sealer, i + 1, ids));
      }
      assertEquals(all.stream().sorted().toList(), listed(node));
    }
  }

  @Test
  void the_node_says_what_it_is_and_is_told_to_fail_from_its_own_machine() throws Exception {
    try (RunningNode node = new RunningNode(folder, FailurePlan.none())) {
      HttpResponse<String> about = http(node, "GET", "/about", "");
      assertTrue(about.body().contains("参考节点，非国家平台"), about.body());
      assertEquals(
          ReferenceNode.NOTICE_EN, about.headers().firstValue("Reference-Node").orElse(""));
      assertFalse(about.body().contains("null"), about.body());
      String plan = "{\"seed\":3,\"delayMs\":5,\"shares\":{\"error-after\":1.0}}";
      assertEquals(plan, http(node, "POST", "/admin/failures", plan).body());
      assertEquals(
          "HTTP_500",
          RunningNode.failure(node.client().send(Sent.batch(node.sealer, 1, IDS))).code());
      for (String wrong :
          List.of("", "{\"shares\":{\"sulk\":1}}", "{\"shares\":{\"stale\":1.5}}")) {
        assertEquals(400, http(node, "POST", "/admin/failures", wrong).statusCode(), wrong);
      }
      assertEquals(plan, http(node, "GET", "/admin/failures", "").body());
      assertEquals(200, http(node, "POST", "/admin/restart", "{}").statusCode());
      assertEquals(10, listed(node).size());
      assertEquals(400, http(node, "GET", "/v1/received?day=now", "").statusCode());
    }
  }

  /** The node does well again and takes the same batch; everything is held once. */
  private static void assertMends(RunningNode node, SealedBatch batch) throws Exception {
    http(node, "POST", "/admin/failures", "{}");
    BatchAnswer answer = node.send(batch);
    assertEquals(batch.ids().size(), count(answer, Verdict.ACCEPTED));
    assertTrue(listed(node).containsAll(batch.ids()));
  }

  private static HttpResponse<String> http(
      RunningNode node, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.node.port() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> listed(RunningNode node) throws NodeFailure {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      ReceivedPage page = RunningNode.await(node.client().received(Sent.DAY, after));
      page.records().forEach(one -> ids.add(one.id()));
      after = page.next();
    } while (!after.isEmpty());
    return ids;
  }

  private static long count(BatchAnswer answer, Verdict verdict) {
    return count(answer, one -> one.verdict() == verdict);
  }

  private static long unknown(BatchAnswer answer, String code) {
    return count(answer, one -> one.verdict() == Verdict.UNKNOWN && one.code().equals(code));
  }

  private static long count(BatchAnswer answer, Predicate<RecordAnswer> which) {
    return answer.records().stream().filter(which).count();
  }
}
