package org.xinyidai.engine.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.TestCertificates;
import org.xinyidai.engine.http.TestCertificates.Pair;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TlsFilesTest {
  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void files_that_cannot_serve_are_refused_with_the_option_that_names_them() {
    TestCertificates made = new TestCertificates(folder);
    Pair good = made.server("good");
    Pair other = made.server("other");
    Path none = folder.resolve("none.pem");

    TlsCheck.check(good.serverFor(other), vertx, Instant.now());
    assertRefused("--tls-cert", new TlsFiles(good.key(), none, null));
    assertRefused("--tls-cert", new TlsFiles(good.key(), good.key(), null));
    assertRefused("--tls-key", new TlsFiles(none, good.certificate(), null));
    assertRefused("--tls-key", new TlsFiles(good.certificate(), good.certificate(), null));
    assertRefused("is not that of", new TlsFiles(other.key(), good.certificate(), null));
    assertRefused("--tls-clients", new TlsFiles(good.key(), good.certificate(), none));
    assertRefused("ended", made.ended("ended").server());
    assertRefused("2048", made.weak("weak").server());
  }

  @Test
  void a_certificate_that_is_put_in_place_of_another_is_shown_from_then_on() throws IOException {
    TestCertificates made = new TestCertificates(folder);
    Pair first = made.server("first");
    Pair second = made.server("second");
    HttpServer server = serving(first);
    TlsRenewal renewal = TlsRenewal.of(vertx, first.server(), server, InstantSource.system());
    assertEquals(TestCertificates.read(first.certificate()), shown(server.actualPort(), first));
    assertFalse(await(renewal.look(TlsFilesTest::atOnce)), "nothing was written");

    replace(second.certificate(), first.certificate());
    assertThrows(
        Exception.class,
        () -> await(renewal.look(TlsFilesTest::atOnce)),
        "the key is of the old one");
    replace(second.key(), first.key());
    assertTrue(await(renewal.look(TlsFilesTest::atOnce)));

    assertEquals(TestCertificates.read(second.certificate()), shown(server.actualPort(), second));
    assertFalse(await(renewal.look(TlsFilesTest::atOnce)));
  }

  @Test
  void versions_1_2_and_1_3_alone_are_spoken_whatever_the_java_platform_would_allow() {
    TlsFiles files = new TestCertificates(folder).server("versions").server();
    HttpServerOptions server = new HttpServerOptions();
    TlsOptions.put(files, server);

    Set<String> allowed = Set.of("TLSv1.2", "TLSv1.3");
    assertEquals(allowed, server.getEnabledSecureTransportProtocols());
    assertEquals(allowed, TlsOptions.of(files).getEnabledSecureTransportProtocols());
  }

  private static Future<Boolean> atOnce(Callable<Boolean> work) {
    try {
      return Future.succeededFuture(work.call());
    } catch (Exception e) {
      return Future.failedFuture(e);
    }
  }

  private HttpServer serving(Pair pair) {
    HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
    TlsOptions.put(pair.server(), options);
    return await(
        vertx
            .createHttpServer(options)
            .requestHandler(request -> request.response().end())
            .listen());
  }

  private static Certificate shown(int port, Pair trusted) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            TestCertificates.context(trusted)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  /** Later than the one before by more than any file system's clock is coarse. */
  private static void replace(Path from, Path to) throws IOException {
    FileTime before = Files.getLastModifiedTime(to);
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(to, FileTime.from(before.toInstant().plusSeconds(10)));
  }

  private void assertRefused(String word, TlsFiles files) {
    UnusableTls refused =
        assertThrows(UnusableTls.class, () -> TlsCheck.check(files, vertx, Instant.now()));
    assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
