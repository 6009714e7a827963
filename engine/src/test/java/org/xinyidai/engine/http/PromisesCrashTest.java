package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyPlace;

/** Kills a real server with SIGKILL under posts of the same keys, then repeats and counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromisesCrashTest {
  private static final long SEED = 20_260_105;
  private static final int KILLS = 5;
  private static final int CALLERS = 100;
  private static final int KEYS = 24;
  private static final YearMonth MONTH = YearMonth.of(2024, 6);
  private static final String DEMAND =
      "{\"uscc\":\"%s\",\"amountFen\":5000000,\"termMonths\":12,\"purpose\":\"payroll\"}"
          .formatted(RunningServer.USCC);
  private static final String FIGURE =
      "{\"month\":\"%s\",\"name\":\"market_subjects\",\"value\":2}".formatted(MONTH);
  private static final String INVITATION =
      "{\"role\":\"enterprise\",\"name\":\"木工坊\",\"organisation\":\"%s\"}"
          .formatted(RunningServer.USCC);
  private static final String RATING =
      "uscc,publishedOn,year,grade\n%s,2024-04-12,2023,A\n".formatted(RunningServer.USCC);

  @TempDir Path folder;

  /** One kind of post: who sends it where. */
  record Post(String token, String path, String type, String body) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Post> kinds = new ArrayList<>();
  private final Map<String, Set<String>> answers = new ConcurrentHashMap<>();
  private int accounts;

  @BeforeEach
  void issueTokens() {
    try (Platform platform = open()) {
      Accounts all = new Accounts(platform.store(), new SecureRandom());
      kinds.add(post(all, Role.ENTERPRISE, "/demands", "application/json", DEMAND));
      kinds.add(post(all, Role.OFFICE, "/figures", "application/json", FIGURE));
      kinds.add(post(all, Role.SECURITY, "/invitations", "application/json", INVITATION));
      kinds.add(post(all, Role.SOURCE, "/records/tax_rating", "text/csv", RATING));
      accounts = all.all().size();
    }
  }

  private static Post post(Accounts all, Role role, String path, String type, String body) {
    String organisation = role == Role.ENTERPRISE ? RunningServer.USCC : role.id();
    String token = all.issue(role, role.id(), organisation).token().reveal();
    return new Post(token, path, type, body);
  }

  @Test
  void killed_at_any_moment_and_asked_again_every_key_has_one_effect_and_one_answer()
      throws Exception {
    System.out.println("promises crash test seed " + SEED);
    Random random = new Random(SEED);
    int cutOff = 0;
    for (int i = 0; i < KILLS; i++) {
      cutOff += killedUnderPosts(i, random);
    }
    assertTrue(cutOff > 0, "no kill hit a post under way: the test proves nothing");
    Process child = start();
    try (BufferedReader output = child.inputReader(UTF_8)) {
      int port = port(output);
      for (String key : new TreeSet<>(keys())) {
        HttpResponse<String> answer = send(port, kind(key), key);
        assertTrue(answer.statusCode() < 300, key + " " + answer.body());
        note(key, answer);
      }
    } finally {
      child.getOutputStream().close();
      child.waitFor();
    }
    answers.forEach((key, given) -> assertEquals(1, given.size(), key + " " + given));
    assertEffects();
  }

  /** Each key is posted by several callers at once until the process is gone; how many were cut. */
  private int killedUnderPosts(int round, Random random) throws Exception {
    Process child = start();
    Semaphore answered = new Semaphore(0);
    List<Thread> callers = new ArrayList<>();
    int[] cut = {0};
    try (BufferedReader output = child.inputReader(UTF_8)) {
      int port = port(output);
      for (int i = 0; i < CALLERS; i++) {
        String key = key(round, i % KEYS);
        callers.add(new Thread(() -> call(port, key, answered, cut)));
      }
      Collections.shuffle(callers, random);
      callers.forEach(Thread::start);
      assertTrue(
          answered.tryAcquire(1 + random.nextInt(CALLERS / 2), 60, TimeUnit.SECONDS),
          "the server does not answer");
      boolean ended = child.waitFor(random.nextInt(15), TimeUnit.MILLISECONDS);
      assertTrue(!ended, "the server ended by itself");
      child.toHandle().destroyForcibly();
      child.waitFor();
      for (Thread caller : callers) {
        caller.join();
      }
    }
    return cut[0];
  }

  private void call(int port, String key, Semaphore answered, int[] cut) {
    try {
      note(key, send(port, kind(key), key));
      answered.release();
    } catch (IOException gone) {
      synchronized (cut) {
        cut[0]++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(String key, HttpResponse<String> answer) {
    if (answer.statusCode() < 300) {
      answers
          .computeIfAbsent(key, unknown -> ConcurrentHashMap.newKeySet())
          .add(answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> send(int port, Post post, String key)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1" + post.path());
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + post.token())
            .header("Content-Type", post.type())
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(post.body()))
            .build(),
        BodyHandlers.ofString());
  }

  private void assertEffects() {
    int each = KILLS * KEYS / kinds.size();
    try (Platform platform = open()) {
      assertEquals(each, count(platform, Family.DEMANDS), "demands");
      assertEquals(each, platform.quality().figures().history(MONTH).size(), "figures");
      assertEquals(
          accounts + each,
          new Accounts(platform.store(), new SecureRandom()).all().size(),
          "accounts");
      Map<String, Long> ratings = new TreeMap<>();
      answers.forEach(
          (key, given) -> {
            if (kind(key).type().equals("text/csv")) {
              ratings.merge(given.iterator().next(), 1L, Long::sum);
            }
          });
      assertEquals(each, ratings.size(), "batches");
    }
  }

  private static int count(Platform platform, Family family) {
    return platform
        .store()
        .read(
            view -> {
              int found = 0;
              try (Cursor cursor = view.scan(family, new byte[0])) {
                while (cursor.next()) {
                  found++;
                }
              }
              return found;
            });
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int round = 0; round < KILLS; round++) {
      for (int i = 0; i < KEYS; i++) {
        keys.add(key(round, i));
      }
    }
    return keys;
  }

  private String key(int round, int number) {
    return number % kinds.size() + "-" + round + "-" + number;
  }

  private Post kind(String key) {
    return kinds.get(Character.digit(key.charAt(0), 10));
  }

  private static int port(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith("port ")) {
      line = output.readLine();
    }
    return Integer.parseInt(String.valueOf(line).substring(5));
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-D" + KeyPlace.PROPERTY + "=" + System.getProperty(KeyPlace.PROPERTY),
            "-cp",
            System.getProperty("java.class.path"),
            ServerChild.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Platform open() {
    return Platform.open(folder, InstantSource.system());
  }
}
