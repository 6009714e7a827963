package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator types to let a machine in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CredentialsCommandTest {
  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
      -----END PUBLIC KEY-----
      """;
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
      -----END PRIVATE KEY-----
      """;

  @TempDir Path folder;
  private String state;

  @BeforeEach
  void name() {
    state = folder.resolve("state").toString();
  }

  @Test
  void a_narrowed_token_is_issued_listed_and_taken_back() {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    Terminal issued = issue("--scope", "postRecords:tax_rating,getBatch", "--expires", day);
    assertEquals(0, issued.exitCode(), issued.err());
    assertTrue(issued.out().contains("token (shown once): xyd_"), issued.out());

    String id = account();
    String listed = Terminal.type("accounts", "token", "--state", state, id).out();
    assertTrue(listed.contains("postRecords:tax_rating,getBatch"), listed);
    String token = listed.substring(0, listed.indexOf('\t'));
    Terminal revoked = Terminal.type("accounts", "token", "--state", state, id, "--revoke", token);
    assertEquals("", revoked.out());
    assertTrue(
        Terminal.type("accounts", "token", "--state", state, id, "--revoke", token)
            .complainsInOneLine());

    assertEquals(
        2,
        Terminal.type("accounts", "token", "--state", state, id, "--scope", "getBatch")
            .out()
            .lines()
            .count());
  }

  @Test
  void an_account_is_bound_to_a_key_and_a_certificate_and_set_free() throws IOException {
    issue();
    String id = account();
    Path key = Files.writeString(folder.resolve("public.pem"), PUBLIC);
    Path print = Files.writeString(folder.resolve("print.txt"), "AB".repeat(32) + "\n");

    Terminal bound = bind(id, "--key", key + "", "--key-id", "tax-1", "--certificate", print + "");
    assertEquals(
        List.of("certificate\t" + "ab".repeat(32), "key\ttax-1"), bound.out().lines().toList());

    bind(id, "--remove", "tax-1");
    Terminal free = bind(id, "--remove", "ab".repeat(32));
    assertTrue(free.out().contains("bound to nothing"), free.out());
    assertTrue(bind(id, "--remove", "tax-1").complainsInOneLine());
    assertTrue(bind(id, "--key", print + "").complainsInOneLine());
    assertTrue(bind("nobody").complainsInOneLine());
  }

  @Test
  void a_request_is_signed_for_curl() throws IOException {
    Path key = Files.writeString(folder.resolve("private.pem"), PRIVATE);
    Path body = Files.writeString(folder.resolve("body.csv"), "{\"hello\": \"world\"}");
    Terminal signed =
        Terminal.type(
            "sign",
            "--key",
            key + "",
            "--key-id",
            "tax-1",
            "--header",
            "Content-Type: text/csv",
            "--url",
            "https://xyd.example/api/v1/records/tax_rating",
            body + "");

    List<String> lines = signed.out().lines().toList();
    assertEquals("Content-Type: text/csv", lines.get(0));
    assertEquals(
        "Content-Digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:", lines.get(1));
    assertTrue(lines.get(2).startsWith("Signature: sig1=:"), lines.get(2));
    assertTrue(
        lines
            .get(3)
            .matches(
                "Signature-Input: sig1=\\(\"@method\" \"@target-uri\" \"content-digest\""
                    + " \"content-type\"\\);created=\\d+;nonce=\"[\\w-]{22}\";keyid=\"tax-1\""
                    + ";alg=\"ed25519\""),
        lines.get(3));
    for (String wrong : List.of("--url=records", "--header=x")) {
      Terminal refused =
          Terminal.type("sign", "--key", key + "", "--url", "https://x.example/", wrong);
      assertTrue(refused.complainsInOneLine(), wrong + ": " + refused.err());
    }
    assertTrue(
        Terminal.type("sign", "--key", body + "", "--url", "https://x.example/")
            .err()
            .contains("BEGIN PRIVATE KEY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--host 0.0.0.0 | --tls-proxy",
        "--tls-key k.pem | --tls-cert",
        "--tls-clients c.pem | --tls-key",
        "--tls-proxy --tls-key k.pem --tls-cert c.pem | --tls-proxy",
        "--tls-key none.pem --tls-cert none.pem | --tls-cert",
        "--port 65536 | --port",
      })
  void a_server_that_others_could_overhear_does_not_start(String options, String word) {
    Terminal refused =
        Terminal.type(
            ("serve --state " + state + " --port 0 " + options)
                .replace("--port 0 --port", "--port")
                .split(" "));

    assertEquals(1, refused.exitCode());
    assertTrue(refused.complainsInOneLine(), refused.err());
    assertTrue(refused.err().contains(word), refused.err());
  }

  private Terminal issue(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("accounts", "--state", state, "--issue", "source", "--name", "税务局"));
    words.addAll(List.of("--organisation", "tax-office"));
    words.addAll(List.of(more));
    return Terminal.type(words.toArray(String[]::new));
  }

  private String account() {
    String listed = Terminal.type("accounts", "--state", state).out();
    return listed.substring(0, listed.indexOf('\t'));
  }

  private Terminal bind(String... more) {
    List<String> words = new ArrayList<>(List.of("accounts", "bind", "--state", state));
    words.addAll(List.of(more));
    return Terminal.type(words.toArray(String[]::new));
  }
}
