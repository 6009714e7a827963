package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.xinyidai.engine.identity.Role;

/** Whatever is sent, it is the sender's fault: no answer is a 5xx, and every refusal a problem. */
class GarbageContract {
  private static final int TRIES = 400;

  private static Path folder;
  private static RunningServer server;
  private static RawClient client;
  private static List<String> tokens;

  /** A request as pieces of text, some right and some not. */
  record Request(String method, String target, Map<String, String> headers, String body) {
    String text() {
      String lines =
          headers.entrySet().stream()
              .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
              .collect(Collectors.joining());
      return method
          + " "
          + target
          + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
          + lines
          + "Content-Length: "
          + body.length()
          + "\r\n\r\n"
          + body;
    }
  }

  @BeforeContainer
  static void start() throws IOException {
    folder = Files.createTempDirectory("xinyidai-garbage");
    server = RunningServer.in(folder);
    client = new RawClient(server.port());
    tokens =
        List.of(
            server.token(Role.SOURCE),
            server.token(Role.ENTERPRISE),
            server.token(Role.BANK),
            server.token(Role.OFFICE),
            server.token(Role.ADMIN));
  }

  @AfterContainer
  static void stop() throws IOException {
    server.close();
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(GarbageContract::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = TRIES, seed = "20260101", edgeCases = EdgeCasesMode.NONE)
  void a_request_out_of_random_pieces_never_makes_the_server_fail(
      @ForAll("requests") Request request) {
    String answer = client.send(request.text());

    int status = RawClient.status(answer);
    assertTrue(status >= 200 && status < 500, () -> request.text() + "\n" + answer);
    if (status >= 400) {
      assertTrue(answer.contains("application/problem+json"), answer);
    }
  }

  @Property(tries = TRIES / 4, seed = "20260102")
  void bytes_that_are_no_http_never_make_the_server_fail(@ForAll byte[] bytes) {
    int status = RawClient.status(client.sendAndHangUp(bytes));

    assertTrue(status < 500, () -> "status " + status);
  }

  @Example
  void a_broken_escape_in_path_or_query_is_the_callers_fault() {
    for (String target : List.of("/api/v1/feeds?a=%zz", "/api/v1/%zz", "/%", "/api/v1/feeds%00")) {
      String answer = client.send(new Request("GET", target, Map.of(), "").text());
      assertTrue(RawClient.status(answer) < 500, target + ": " + answer);
      assertTrue(answer.contains("application/problem+json"), answer);
    }
  }

  @Example
  void what_is_too_long_is_refused_as_such_with_all_security_headers() {
    String line = client.send("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    String header =
        client.send("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n");

    assertEquals(414, RawClient.status(line));
    assertEquals(431, RawClient.status(header));
    for (String answer : List.of(line, header)) {
      assertTrue(answer.contains("application/problem+json"), answer);
      assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("content-security-policy"));
    }
  }

  @Example
  void a_body_that_ends_too_early_harms_nobody() {
    String cutOff =
        "POST /api/v1/records/vat_output HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + tokens.get(0)
            + "\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\nuscc,";
    client.sendAndHangUp(cutOff.getBytes(ISO_8859_1));

    assertEquals(200, server.get("/health").statusCode());
  }

  @Provide
  Arbitrary<Request> requests() {
    return Combinators.combine(
            Arbitraries.of(
                "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "ODD"),
            targets(),
            headers(),
            bodies())
        .as(Request::new);
  }

  private static Arbitrary<String> targets() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "api",
                "v1",
                "records",
                "vat_output",
                "batches",
                "rejections",
                "feeds",
                "enterprises",
                RunningServer.USCC,
                "features",
                "score",
                "demands",
                "matches",
                "products",
                "models",
                "health",
                "metrics",
                "..",
                "%2e%2e",
                "%00",
                "%zz",
                "*"),
            Arbitraries.strings().withCharRange('!', '~').ofMaxLength(8));
    Arbitrary<String> query =
        Arbitraries.of(
            "",
            "",
            "?asOf=2024-01-01",
            "?asOf=x",
            "?knownAt=9999999999",
            "?limit=-1",
            "?&&==",
            "?%",
            "?limit=999999999999",
            "?after=%FF",
            "?asOf=2024-01-01&asOf=2024-01-02",
            "?model=%00");
    Arbitrary<String> known =
        Arbitraries.of(
            "/api/v1/feeds",
            "/api/v1/records/vat_output",
            "/api/v1/records/none",
            "/api/v1/batches/x",
            "/api/v1/batches/x/rejections",
            "/api/v1/enterprises/" + RunningServer.USCC,
            "/api/v1/enterprises/" + RunningServer.USCC + "/features",
            "/api/v1/enterprises/" + RunningServer.USCC + "/score",
            "/api/v1/enterprises/x/score",
            "/api/v1/demands",
            "/api/v1/demands/x",
            "/api/v1/demands/x/matches",
            "/api/v1/products",
            "/api/v1/products/x",
            "/api/v1/models",
            "/api/v1/health",
            "/metrics",
            "/docs",
            "/openapi.json");
    Arbitrary<String> path =
        Arbitraries.oneOf(
            known, known, piece.list().ofMaxSize(5).map(list -> "/" + String.join("/", list)));
    return Combinators.combine(path, query).as((p, q) -> (p + q).replace(' ', '+'));
  }

  private static Arbitrary<Map<String, String>> headers() {
    Arbitrary<String> words = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    Arbitrary<String> token = Arbitraries.of(0, 1, 2, 3, 4).map(i -> "Bearer " + tokens.get(i));
    return Combinators.combine(
            Arbitraries.oneOf(token, token, token, words.map(String::trim)),
            Arbitraries.oneOf(
                Arbitraries.of("application/json", "text/csv", "application/x-ndjson", ";;"),
                words.map(String::trim)),
            Arbitraries.oneOf(
                Arbitraries.of("*/*", "text/csv", "application/json;q=9", ",,"),
                words.map(String::trim)),
            Arbitraries.oneOf(Arbitraries.of("k-1", "k-2", "\"k\"", ""), words.map(String::trim)),
            Arbitraries.of("identity", "gzip", "br", ""),
            Arbitraries.of("en", "zh", "*;q=x", ""))
        .as(
            (authorization, type, accept, key, encoding, language) ->
                Map.of(
                    "Authorization", authorization,
                    "Content-Type", type,
                    "Accept", accept,
                    "Idempotency-Key", key,
                    "Content-Encoding", encoding,
                    "Accept-Language", language));
  }

  private static Arbitrary<String> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "{}",
            "[]",
            "null",
            "{\"uscc\":1}",
            "{\"uscc\":\"" + RunningServer.USCC + "\"}",
            "{\"uscc\":\"" + RunningServer.USCC + "\",\"amountFen\":1e400,\"termMonths\":-1}",
            "uscc,day\n1,2\n",
            "\"",
            "[".repeat(2_000),
            "\u001f\u008b\u0008"),
        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(200));
  }
}
