package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak with one realm of the test, unpacked by the build below target. */
final class Keycloak implements AutoCloseable {
  static final String CLIENT = "xinyidai";
  static final String SECRET = "secret-of-the-test";

  /** Small, for other tests and people use the machine too. */
  private static final String HEAP = "-Xms64m -Xmx384m";

  /** Short runs: the best code is never reached. */
  private static final String FLAGS = "-XX:TieredStopAtLevel=1";

  private static final int PATIENCE_SECONDS = 300;

  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Keycloak start() throws IOException {
    Path home = home();
    Path realms = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("lender-realm.json")) {
      Files.write(realms.resolve("lender-realm.json"), realm.readAllBytes());
    }
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm")
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", HEAP);
    builder.environment().put("JAVA_OPTS_APPEND", FLAGS);
    Keycloak started = new Keycloak(builder.start(), port);
    started.awaitListening();
    return started;
  }

  /** Fails where the build has not unpacked it: a test that is not run must not look green. */
  private static Path home() throws IOException {
    Path below = Path.of("target", "keycloak");
    assertTrue(
        Files.isDirectory(below),
        "target/keycloak is missing: run the test by Maven, which fetches and unpacks Keycloak");
    try (Stream<Path> unpacked = Files.list(below)) {
      Optional<Path> home =
          unpacked.filter(one -> Files.exists(one.resolve("bin/kc.sh"))).findFirst();
      return home.orElseThrow(() -> new AssertionError("no Keycloak below target/keycloak"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** It says so itself; what it says is read to its end, so that it never waits for a reader. */
  private void awaitListening() {
    CompletableFuture<Boolean> listening = new CompletableFuture<>();
    StringBuilder said = new StringBuilder();
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                lines
                    .lines()
                    .forEach(
                        line -> {
                          said.append(line).append('\n');
                          if (line.contains("Listening on:")) {
                            listening.complete(true);
                          }
                        });
              } catch (IOException | RuntimeException e) {
                listening.completeExceptionally(e);
              }
              listening.complete(false);
            },
            "keycloak-output");
    reader.setDaemon(true);
    reader.start();
    boolean up = listening.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (!up) {
      throw new AssertionError("Keycloak ended: " + said);
    }
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + port + "/realms/lender");
  }

  @Override
  public void close() {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroy();
    below.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    below.forEach(ProcessHandle::destroyForcibly);
  }
}
