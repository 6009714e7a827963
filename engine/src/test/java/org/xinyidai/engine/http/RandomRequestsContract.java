package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.DescribedRequests.Made;
import org.xinyidai.engine.http.DescribedRequests.Manner;
import org.xinyidai.engine.http.docs.OpenApi;
import org.xinyidai.engine.identity.Role;

/**
 * Requests made at random out of the description itself: whatever is sent by whomever, the answer
 * is one that the description knows, never a failure, and tells nothing of the inside.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomRequestsContract {
  private static final long SEED = Long.getLong("xinyidai.random.seed", 20_260_106);

  /** Requests of one operation by one role that may call it, in one manner; thousands in all. */
  private static final int EACH = Integer.getInteger("xinyidai.random.each", 4);

  /** Operations that must have succeeded at least once, or the requests were too wild. */
  private static final int SUCCEEDED = 60;

  /** Each try computes a hash; the other test sends enough of them. */
  private static final Set<String> SLOW = Set.of("postSession", "acceptInvitation");

  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|Throwable|StackTrace|org\\.xinyidai|io\\.vertx|io\\.netty|com\\.fasterxml"
              + "|org\\.rocksdb|java\\.(lang|util|io|time)|\\.java:|Caused by|/tmp/|/home/"
              + "|NullPointer|Jackson|RocksDB");

  @TempDir Path folder;
  private final Map<String, List<String>> known = new TreeMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final TreeSet<String> succeeded = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();
  private JsonNode document;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    document = new ObjectMapper().readTree(new String(OpenApi.document(), UTF_8));
    Rates unhindered = new Rates(1_000_000, 1_000_000, 1_000_000, 1_000);
    server = RunningServer.with(folder, config -> config.withRates(unhindered), w -> List.of());
    new KnownTown(server, known).build();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void no_request_out_of_the_description_makes_the_server_fail_or_tell_of_its_inside() {
    System.out.println("random requests seed " + SEED);
    Random random = new Random(SEED);
    DescribedRequests requests = new DescribedRequests(document, known, random);
    Map<Role, String> tokens = new TreeMap<>();
    for (Role role : Role.values()) {
      tokens.put(role, server.token(role));
    }
    for (Manner manner : Manner.values()) {
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          JsonNode operation = method.getValue();
          if (Description.isStream(operation)) {
            continue;
          }
          for (int i = 0; i < EACH; i++) {
            for (Role role : callers(operation, i == 0)) {
              Made made = requests.make(method.getKey(), path.getKey(), operation, manner);
              send(made, tokens.get(role), operation.path("operationId").asText(), path.getKey());
            }
          }
        }
      }
    }
    System.out.println("random requests by status " + statuses);
    TreeSet<String> never = new TreeSet<>(document.findValuesAsText("operationId"));
    never.removeAll(succeeded);
    System.out.println("never with success " + never);
    assertEquals(List.of(), faults.stream().limit(20).toList(), faults.size() + " faults");
    assertTrue(succeeded.size() >= SUCCEEDED, succeeded.size() + " succeeded: " + succeeded);
    assertEquals(200, server.get("/health").statusCode());
  }

  @Test
  void a_body_with_one_member_wrong_in_any_way_is_never_the_servers_fault() {
    DescribedRequests requests = new DescribedRequests(document, known, new Random(SEED));
    Map<Role, String> tokens = new TreeMap<>();
    for (Role role : Role.values()) {
      tokens.put(role, server.token(role));
    }
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode post = path.getValue().path("post");
      String name = post.path("operationId").asText();
      if (!post.isMissingNode() && !SLOW.contains(name)) {
        Role role = callers(post, false).get(0);
        for (Made made : requests.eachMemberBroken("post", path.getKey(), post)) {
          send(made, tokens.get(role), name, path.getKey());
        }
      }
    }
    System.out.println("broken members by status " + statuses);
    assertEquals(List.of(), faults.stream().limit(20).toList(), faults.size() + " faults");
    assertTrue(statuses.getOrDefault(422, 0) > 500, statuses.toString());
  }

  /** Those who may, sometimes everyone; where nobody looks at who it is, one for all. */
  private static List<Role> callers(JsonNode operation, boolean everyone) {
    boolean open = operation.has("security") && operation.path("security").isEmpty();
    return open
        ? List.of(Role.ADMIN)
        : Arrays.stream(Role.values())
            .filter(role -> everyone || operation.path("x-permissions").has(role.id()))
            .toList();
  }

  private void send(Made made, String token, String operation, String path) {
    HttpRequest.Builder request = made.to(server);
    if (!made.headers().containsKey("Cookie")) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer = server.sendAsItIs(request);
      statuses.merge(answer.statusCode(), 1, Integer::sum);
      judge(made, answer);
      if (answer.statusCode() < 300) {
        succeeded.add(operation);
        KnownTown.learn(known, path, answer);
      }
    } catch (AssertionError e) {
      faults.add(made + "\n  " + e.getMessage());
    }
  }

  private void judge(Made made, HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 500, () -> answer.statusCode() + " " + answer.body());
    if (answer.statusCode() >= 400) {
      String type = answer.headers().firstValue("Content-Type").orElse("");
      assertEquals("application/problem+json", type);
      assertTrue(
          !INSIDE.matcher(answer.body()).find(), () -> "tells of the inside " + answer.body());
      JsonNode problem = RunningServer.json(answer);
      for (String member : List.of("type", "title", "detail", "nextStep", "requestId")) {
        assertTrue(!problem.path(member).asText().isBlank(), () -> member + " " + made);
      }
    }
    ProblemContract.assertSecure(answer);
  }
}
