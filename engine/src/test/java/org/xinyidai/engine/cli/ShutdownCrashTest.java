package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.KeyPlace;

/** Ends a real server with SIGTERM while it works. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShutdownCrashTest {
  private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final String HEALTH = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String ROWS =
      "uscc,publishedOn,year,grade\n91350100M000100Y43,2024-04-10,2023,A\n";

  /** 128 and the number of SIGTERM: what a JVM tells of an end in order. */
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path folder;

  @Test
  void told_to_end_under_load_it_finishes_what_is_under_way_takes_no_more_and_closes_the_store()
      throws Exception {
    String token = source();
    Process server = start();
    try (BufferedReader told = server.inputReader(StandardCharsets.UTF_8)) {
      int port = port(told);
      AtomicInteger answered = new AtomicInteger();
      Thread load = new Thread(() -> load(port, answered));
      load.start();
      try (Socket upload = connect(port)) {
        String head = head(token);
        send(upload, head + ROWS.substring(0, 20));
        while (answered.get() < 50) {
          Thread.onSpinWait();
        }
        server.destroy();
        load.join();
        assertNoMoreTaken(port);
        send(upload, ROWS.substring(20));
        String answer = new String(upload.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
      }
    }
    assertTrue(server.waitFor(60, TimeUnit.SECONDS));
    assertEquals(ENDED_BY_SIGTERM, server.exitValue());
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      List<Receipt> receipts = new ArrayList<>();
      platform.batches().forEach(receipts::add);
      assertEquals(1, receipts.size());
      assertTrue(receipts.get(0).isFinished());
    }
  }

  /** It hangs up on a few that come at the last moment, and then nobody listens. */
  private static void assertNoMoreTaken(int port) throws IOException {
    while (true) {
      try (Socket late = connect(port)) {
        assertTrue(late.isConnected());
      } catch (SocketException refusedOrReset) {
        return;
      }
    }
  }

  /** Calls until the server hangs up; every answer that begins is whole. */
  private static void load(int port, AtomicInteger answered) {
    while (true) {
      try (Socket socket = connect(port)) {
        send(socket, HEALTH.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!answer.isEmpty()) {
          assertTrue(answer.endsWith("{\"status\":\"live\"}"), answer);
        }
        answered.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  private String source() {
    try (Platform platform = Platform.open(folder, InstantSource.system())) {
      Accounts accounts = new Accounts(platform.store(), new SecureRandom());
      return accounts.issue(Role.SOURCE, "税务", "tax").token().reveal();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + KeyPlace.PROPERTY + "=" + System.getProperty(KeyPlace.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                Xyd.class.getName(),
                "serve",
                "--state",
                folder.toString(),
                "--port",
                "0",
                "--log",
                "json"))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int port(BufferedReader told) throws IOException {
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      Matcher matcher = PORT.matcher(line);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new AssertionError("the server did not start");
  }

  private static String head(String token) {
    return "POST /api/v1/records/tax_rating HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Type: text/csv\r\nIdempotency-Key: slow-upload\r\nContent-Length: "
        + ROWS.length()
        + "\r\n\r\n";
  }

  private static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
