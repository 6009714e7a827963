package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.connectors.signature.RequestSigner;
import org.xinyidai.connectors.signature.SigningKey;
import org.xinyidai.connectors.signature.UnsignedRequest;
import org.xinyidai.connectors.signature.VerifyingKey;
import org.xinyidai.engine.identity.Bindings;
import org.xinyidai.engine.identity.IssuedAccount;
import org.xinyidai.engine.identity.Nonces;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.store.Store;

/** A tax office signs what it sends: what was altered, is old, or came before is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedRequestJourneyTest {
  private static final String PATH = "/api/v1/records/tax_rating";
  private static final String ROWS =
      "uscc,grade,publishedOn,year\n91110000600037341L,A,2024-04-10,2023\n";
  private static final String NONCE = "nonce-of-this-test";

  @TempDir Path folder;
  private RunningServer server;
  private RequestSigner signer;
  private String token;

  @BeforeEach
  void start() throws IOException, NoSuchAlgorithmException {
    server = RunningServer.in(folder.resolve("state"));
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path secret = folder.resolve("key.pem");
    Files.writeString(secret, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    signer = new RequestSigner("tax-1", SigningKey.ofFile(secret));
    VerifyingKey known =
        VerifyingKey.ofPem(pem("PUBLIC KEY", pair.getPublic().getEncoded())).orElseThrow();
    IssuedAccount office = server.backend.accounts().issue(Role.SOURCE, "税务局", "tax-office");
    token = office.token().reveal();
    Bindings bindings = new Bindings(store());
    store().execute(changes -> bindings.bind(changes, office.account().id(), "tax-1", known));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_signed_delivery_is_taken_and_looking_needs_no_signature() {
    HttpResponse<String> taken = post(PATH, ROWS, signed(Instant.now(), NONCE, "k1"));

    assertEquals(201, taken.statusCode(), taken.body());
    assertEquals(200, server.getAs(token, "/api/v1/feeds").statusCode());
  }

  @Test
  void an_unsigned_delivery_is_told_what_to_sign() {
    HttpResponse<String> refused =
        post(PATH, ROWS, Map.of("Content-Type", "text/csv", "Idempotency-Key", "k1"));

    assertRefused("signature-missing", "Signature-Input", refused);
    assertEquals(
        "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created;nonce;keyid",
        refused.headers().firstValue("Accept-Signature").orElseThrow());
  }

  @Test
  void an_altered_body_is_refused_and_leaves_the_nonce_unused() {
    Map<String, String> headers = signed(Instant.now(), NONCE, "k1");

    HttpResponse<String> refused = post(PATH, ROWS.replace(",A,", ",D,"), headers);

    assertRefused("signature-refused", "Content-Digest", refused);
    assertEquals(201, post(PATH, ROWS, headers).statusCode());
  }

  @Test
  void an_altered_path_query_or_header_is_refused() {
    Map<String, String> headers = signed(Instant.now(), NONCE, "k1");
    assertRefused("signature-refused", "Signature", post("/api/v1/records/penalty", ROWS, headers));
    assertRefused("signature-refused", "Signature", post(PATH + "?x=1", ROWS, headers));
    assertRefused(
        "signature-refused", "Signature", post(PATH.replace("tax_", "%74ax_"), ROWS, headers));
    Map<String, String> otherKey = new HashMap<>(headers);
    otherKey.put("Idempotency-Key", "k2");
    assertRefused("signature-refused", "Signature", post(PATH, ROWS, otherKey));
  }

  @ParameterizedTest
  @CsvSource({"-301, 秒的有效期", "-86400, 秒的有效期", "310, 校准时钟"})
  void an_old_or_future_signature_is_refused_by_name(int seconds, String words) {
    HttpResponse<String> refused =
        post(PATH, ROWS, signed(Instant.now().plusSeconds(seconds), NONCE, "k1"));

    JsonNode problem = assertRefused("signature-refused", "Signature-Input", refused);
    assertTrue(problem.path("detail").asText().contains(words), problem.toString());
    assertTrue(problem.path("detail").asText().contains("300"), problem.toString());
  }

  @Test
  void the_same_signature_again_is_refused_also_after_a_restart() {
    Map<String, String> headers = signed(Instant.now(), NONCE, "k1");
    assertEquals(201, post(PATH, ROWS, headers).statusCode());
    assertRefused("signature-replayed", "Signature-Input", post(PATH, ROWS, headers));

    int port = server.port();
    server.close();
    server =
        RunningServer.with(
            folder.resolve("state"),
            config -> config.withAddress(Address.LOOPBACK, port),
            workers -> List.of());

    assertRefused("signature-replayed", "Signature-Input", post(PATH, ROWS, headers));
  }

  @Test
  void a_retry_that_is_signed_anew_gets_the_same_receipt() {
    HttpResponse<String> first = post(PATH, ROWS, signed(Instant.now(), "nonce-first", "k1"));
    HttpResponse<String> again = post(PATH, ROWS, signed(Instant.now(), "nonce-again", "k1"));

    assertEquals(201, first.statusCode());
    assertEquals(
        RunningServer.json(first).path("batchId"), RunningServer.json(again).path("batchId"));
  }

  @Test
  void of_many_that_come_at_once_one_passes() {
    Map<String, String> headers = signed(Instant.now(), NONCE, "k1");

    List<Integer> statuses =
        IntStream.range(0, 16)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> post(PATH, ROWS, headers).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();

    assertEquals(201, statuses.get(0), statuses + "");
    assertEquals(401, statuses.get(1), statuses + "");
    // So many bodies of records at once are more than the server takes.
    assertEquals(
        List.of(),
        statuses.stream().skip(1).filter(status -> status != 401 && status != 503).toList());
  }

  @Test
  void nonces_are_forgotten_when_their_signatures_are_too_old_and_not_before() {
    Nonces nonces = new Nonces(store());
    Instant until = Instant.now().plusSeconds(300);
    assertTrue(nonces.use("a", NONCE, until));
    assertTrue(nonces.use("b", NONCE, until), "nonces of two accounts have nothing in common");
    assertFalse(nonces.use("a", NONCE, until));

    assertEquals(0, nonces.forget(until));
    assertFalse(nonces.use("a", NONCE, until));
    assertEquals(2, nonces.forget(until.plusSeconds(3_601)));
    assertTrue(nonces.use("a", NONCE, until));
  }

  @Test
  void a_change_without_a_body_is_signed_as_well() {
    Map<String, String> none = Map.of("Idempotency-Key", "k9");
    assertRefused(
        "signature-missing", "Signature-Input", post("/api/v1/sessions/own/end", "", none));
  }

  private Store store() {
    return server.backend.platform().store();
  }

  private Map<String, String> signed(Instant created, String nonce, String idempotencyKey) {
    Map<String, String> headers =
        new HashMap<>(Map.of("Content-Type", "text/csv", "Idempotency-Key", idempotencyKey));
    URI target = URI.create("http://127.0.0.1:" + server.port() + PATH);
    headers.putAll(
        signer.sign(
            new UnsignedRequest("POST", target, headers, ROWS.getBytes(UTF_8)), created, nonce));
    return headers;
  }

  private HttpResponse<String> post(String path, String body, Map<String, String> headers) {
    var request =
        server
            .request(path, "Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return server.send(request);
  }

  private static JsonNode assertRefused(String type, String field, HttpResponse<String> response) {
    assertEquals(401, response.statusCode(), response.body());
    JsonNode problem = RunningServer.json(response);
    assertEquals("urn:xinyidai:problem:" + type, problem.path("type").asText());
    assertEquals(field, problem.path("field").asText(), problem.toString());
    return problem;
  }

  private static String pem(String label, byte[] bytes) {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
  }

  /** A nonce is long and never the same. */
  @Test
  void the_signer_makes_nonces_of_its_own() {
    SecureRandom random = new SecureRandom();
    assertEquals(22, RequestSigner.nonce(random).length());
    assertFalse(RequestSigner.nonce(random).equals(RequestSigner.nonce(random)));
  }
}
