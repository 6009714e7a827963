package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.engine.http.ClientHello.Answer;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.tls.Transport;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;

/** Browsers and machines reach the server by TLS, and by nothing older or weaker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TlsJourneyTest {
  private static final int TLS_1_2 = 0x0303;
  private static final int GOOD_SUITE = 0xC02B; // ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
  private static final String HSTS = "max-age=31536000; includeSubDomains";

  @TempDir static Path folder;
  private static SecureServer server;
  private static SSLContext client;

  @BeforeAll
  static void start() {
    TestCertificates.Pair own = new TestCertificates(folder).server("localhost");
    server =
        new SecureServer(
            folder.resolve("state"),
            own.server(),
            Endpoint.get(
                Operation.LIST_FEEDS,
                "/test/fails",
                call -> Future.failedFuture(new IllegalStateException())));
    client = TestCertificates.context(own);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_answer_says_that_the_server_is_reached_by_tls_alone() throws IOException {
    String office = "Bearer " + server.server.token(Role.OFFICE);
    List<HttpResponse<String>> answers =
        List.of(
            server.get(client, "/"),
            server.get(client, "/docs"),
            server.get(client, "/health"),
            server.get(client, "/api/v1/feeds", "Authorization", office),
            server.get(client, "/api/v1/feeds?x=1", "Authorization", office),
            server.get(client, "/api/v1/feeds"),
            server.get(client, "/nothing"),
            server.get(client, "/api/v1/test/fails", "Authorization", office),
            server.send(client, HttpRequest.newBuilder(server.uri("/api/v1/feeds")).DELETE()),
            server.get(client, "/" + "x".repeat(5_000)),
            server.get(client, "/", "X-Long", "x".repeat(20_000)));

    assertEquals(
        List.of(200, 200, 200, 200, 400, 401, 404, 500, 405, 414, 431),
        answers.stream().map(HttpResponse::statusCode).toList());
    for (HttpResponse<String> answer : answers) {
      String what = answer.uri() + " " + answer.statusCode();
      assertEquals(HSTS, header(answer, "Strict-Transport-Security"), what);
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"), what);
      assertEquals("DENY", header(answer, "X-Frame-Options"), what);
      assertEquals("no-referrer", header(answer, "Referrer-Policy"), what);
      assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'none'"), what);
      assertFalse(header(answer, "Content-Security-Policy").contains("unsafe"), what);
      assertEquals("", header(answer, "Server"), what);
    }
  }

  @Test
  void the_version_is_1_3_where_the_client_knows_it() throws IOException {
    assertEquals("TLSv1.3", server.get(client, "/health").sslSession().orElseThrow().getProtocol());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0300, 0x0301, 0x0302})
  void older_versions_are_refused(int version) throws IOException {
    assertEquals(
        new Answer(Answer.ALERT, Answer.FATAL, Answer.PROTOCOL_VERSION),
        ClientHello.send(server.port(), version, GOOD_SUITE, 0xC009, 0xC013, 0x002F));
  }

  @Test
  void version_1_2_is_spoken_with_keys_that_are_agreed_anew() throws IOException {
    assertEquals(Answer.HANDSHAKE, ClientHello.send(server.port(), TLS_1_2, GOOD_SUITE).kind());
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC009, 0xC023, 0x009C, 0x002F, 0x000A, 0xC008, 0xC007, 0x0005, 0xC006})
  void suites_without_integrity_or_fresh_keys_are_refused(int suite) throws IOException {
    assertEquals(
        new Answer(Answer.ALERT, Answer.FATAL, Answer.HANDSHAKE_FAILURE),
        ClientHello.send(server.port(), TLS_1_2, suite));
  }

  @Test
  void a_client_cannot_have_keys_agreed_again_and_again_on_one_connection() {
    assertEquals("true", System.getProperty("jdk.tls.rejectClientInitiatedRenegotiation"));
  }

  @Test
  void in_the_clear_nothing_is_told() {
    String said =
        new RawClient(server.port())
            .send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertEquals(0, RawClient.status(said), said);
  }

  @Test
  void a_client_that_does_not_know_the_certificate_is_not_fooled() {
    SSLContext other =
        TestCertificates.context(new TestCertificates(folder).authority("someone-else"));
    assertThrows(SSLHandshakeException.class, () -> server.get(other, "/health"));
  }

  @Test
  void no_answer_is_compressed_so_that_its_length_tells_nothing_of_secrets() throws IOException {
    HttpResponse<String> docs =
        server.get(client, "/docs/viewer.js", "Accept-Encoding", "gzip, deflate, br");
    assertEquals("", header(docs, "Content-Encoding"));
  }

  @Test
  void the_cookie_of_a_session_goes_by_tls_alone() throws IOException {
    Account person =
        server.server.backend.accounts().open(Role.ENTERPRISE, "木工坊", RunningServer.USCC);
    String code = server.server.backend.logins().invite(person.id()).reveal();
    post("/invitations/acceptance", "{\"code\":\"%s\",".formatted(code));
    HttpResponse<String> in = post("/sessions", "{");

    assertEquals(201, in.statusCode(), in.body());
    String cookie = header(in, "Set-Cookie");
    assertTrue(cookie.startsWith("__Host-xyd="), cookie);
    assertTrue(cookie.toLowerCase(Locale.ROOT).contains("; secure"), cookie);
  }

  @Test
  void a_server_behind_a_proxy_says_the_same_for_browsers_see_tls(@TempDir Path other) {
    Address address = new Address(Address.LOOPBACK, 0, new Transport.BehindProxy());
    try (RunningServer proxied =
        RunningServer.with(other, config -> config.with(address), workers -> List.of())) {
      assertEquals(HSTS, header(proxied.get("/health"), "Strict-Transport-Security"));
    }
    try (RunningServer plain = RunningServer.in(other)) {
      assertEquals("", header(plain.get("/health"), "Strict-Transport-Security"));
    }
  }

  private static HttpResponse<String> post(String path, String begin) throws IOException {
    String body = begin + "\"user\":\"workshop\",\"password\":\"windy lamp of march\"}";
    return server.send(
        client,
        HttpRequest.newBuilder(server.uri("/api/v1" + path))
            .headers("Content-Type", "application/json", "Idempotency-Key", "k" + path.length())
            .POST(BodyPublishers.ofString(body)));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
