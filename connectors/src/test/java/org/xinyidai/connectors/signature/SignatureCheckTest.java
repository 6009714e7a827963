package org.xinyidai.connectors.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.connectors.signature.SignatureFault.ALGORITHM_OTHER;
import static org.xinyidai.connectors.signature.SignatureFault.CREATED_MISSING;
import static org.xinyidai.connectors.signature.SignatureFault.IN_FUTURE;
import static org.xinyidai.connectors.signature.SignatureFault.KEY_UNKNOWN;
import static org.xinyidai.connectors.signature.SignatureFault.MISSING;
import static org.xinyidai.connectors.signature.SignatureFault.NONCE_MISSING;
import static org.xinyidai.connectors.signature.SignatureFault.NOT_GENUINE;
import static org.xinyidai.connectors.signature.SignatureFault.PARTS_UNCOVERED;
import static org.xinyidai.connectors.signature.SignatureFault.PART_ABSENT;
import static org.xinyidai.connectors.signature.SignatureFault.TOO_OLD;
import static org.xinyidai.connectors.signature.SignatureFault.UNREADABLE;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinyidai.connectors.signature.SignatureCheck.Finding;
import org.xinyidai.connectors.signature.SignatureCheck.Genuine;
import org.xinyidai.connectors.signature.SignatureCheck.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureCheckTest {
  private static final URI TARGET = URI.create("https://xyd.example/api/v1/records/tax_rating");
  private static final Instant SIGNED = Instant.ofEpochSecond(1_700_000_000);
  private static final String NONCE = "0123456789abcdef";
  private static final Map<String, VerifyingKey> KEYS =
      Map.of(TestKeys.ED25519_ID, TestKeys.verifying(TestKeys.ED25519_PUBLIC));

  /** What is done to a signed request, and why it is refused then. */
  record Row(String what, SignatureFault fault, UnaryOperator<Map<String, String>> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Row> refusals() {
    return Stream.of(
        new Row("nothing signed", MISSING, headers -> Map.of()),
        new Row("no input", MISSING, without("Signature-Input")),
        new Row("no signature", MISSING, without("Signature")),
        new Row("broken input", UNREADABLE, with("Signature-Input", "sig1=(\"@method\"")),
        new Row("broken signature", UNREADABLE, with("Signature", "sig1=:%:")),
        new Row("another label", KEY_UNKNOWN, with("Signature", "sig2=:AAAA:")),
        new Row("another key", KEY_UNKNOWN, in("keyid=\"test-key-ed25519\"", "keyid=\"x\"")),
        new Row("no key", KEY_UNKNOWN, in(";keyid=\"test-key-ed25519\"", "")),
        new Row("another algorithm", ALGORITHM_OTHER, in("alg=\"ed25519\"", "alg=\"hmac-sha256\"")),
        new Row("a part twice", UNREADABLE, in("(\"@method\"", "(\"@method\" \"@method\"")),
        new Row("a part of a part", UNREADABLE, in("\"@method\"", "\"@method\";req")),
        new Row("the method uncovered", PARTS_UNCOVERED, in("\"@method\" ", "")),
        new Row("the address uncovered", PARTS_UNCOVERED, in("\"@target-uri\" ", "")),
        new Row("the path alone", PARTS_UNCOVERED, in("\"@target-uri\"", "\"@path\"")),
        new Row("the digest uncovered", PARTS_UNCOVERED, in("\"content-digest\" ", "")),
        new Row("a part that is not there", PART_ABSENT, in("\"content-type\"", "\"x-more\"")),
        new Row("a part nobody knows", PART_ABSENT, in("\"content-type\"", "\"@status\"")),
        new Row("the digest not sent", PART_ABSENT, without("Content-Digest")),
        new Row("no time", CREATED_MISSING, in(";created=1700000000", "")),
        new Row("a time as text", CREATED_MISSING, in("=1700000000", "=\"1700000000\"")),
        new Row("no nonce", NONCE_MISSING, in(";nonce=\"" + NONCE + "\"", "")),
        new Row("a short nonce", NONCE_MISSING, in(NONCE, "1234567")),
        new Row("a long nonce", NONCE_MISSING, in(NONCE, "x".repeat(129))),
        new Row("past its own end", TOO_OLD, in(";nonce", ";expires=1700000000;nonce")),
        new Row("a time moved on", NOT_GENUINE, in("=1700000000", "=1700000001")),
        new Row("another nonce", NOT_GENUINE, in(NONCE, "fedcba9876543210")),
        new Row("another digest", NOT_GENUINE, with("Content-Digest", "sha-256=:AAAA:")),
        new Row("another type", NOT_GENUINE, with("Content-Type", "text/plain")),
        new Row("a short signature", NOT_GENUINE, with("Signature", "sig1=:AAAA:")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_is_wrong_is_named(Row row) {
    assertEquals(
        new Refused(row.fault()),
        SignatureCheck.of(parts("POST", TARGET, row.change().apply(signed())), KEYS, SIGNED));
  }

  @Test
  void a_signed_request_is_genuine_under_its_key_and_nonce_until_the_window_ends() {
    assertEquals(
        new Genuine(TestKeys.ED25519_ID, NONCE, SIGNED.plus(SignatureCheck.WINDOW)),
        check("POST", TARGET, SIGNED));
  }

  @ParameterizedTest
  @CsvSource({"-301, IN_FUTURE", "-300, ", "0, ", "299, ", "300, TOO_OLD", "100000, TOO_OLD"})
  void the_window_is_five_minutes_either_way(int secondsLater, SignatureFault fault) {
    Finding found = check("POST", TARGET, SIGNED.plusSeconds(secondsLater));

    assertEquals(
        Optional.ofNullable(fault),
        found instanceof Refused refused ? Optional.of(refused.fault()) : Optional.empty());
    assertEquals(fault == null, found instanceof Genuine);
    assertTrue(fault == null || List.of(IN_FUTURE, TOO_OLD).contains(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, https://xyd.example/api/v1/records/tax_rating",
    "POST, https://xyd.example/api/v1/records/penalty",
    "POST, https://xyd.example/api/v1/records/tax_rating?",
    "POST, https://xyd.example/api/v1/records/tax_rating?a=b",
    "POST, http://xyd.example/api/v1/records/tax_rating",
    "POST, https://other.example/api/v1/records/tax_rating",
    "POST, https://xyd.example/api/v1/records/%74ax_rating",
  })
  void another_method_or_address_is_not_what_was_signed(String method, URI target) {
    assertEquals(new Refused(NOT_GENUINE), check(method, target, SIGNED));
  }

  @Test
  void a_signature_by_a_stranger_beside_the_known_one_does_no_harm() {
    Map<String, String> headers = new TreeMap<>(signed());
    headers.compute("Signature-Input", (n, v) -> "proxy=(\"@method\");keyid=\"proxy\", " + v);
    headers.compute("Signature", (n, v) -> "proxy=:AAAA:, " + v);

    Finding found = SignatureCheck.of(parts("POST", TARGET, headers), KEYS, SIGNED);
    assertTrue(found instanceof Genuine, found.toString());
  }

  @Test
  void what_is_no_key_of_a_known_kind_is_none() {
    assertEquals(Optional.empty(), VerifyingKey.ofPem("no key"));
    assertEquals(Optional.empty(), VerifyingKey.ofPem(TestKeys.ED25519_PRIVATE));
    String cut = TestKeys.P256_PUBLIC.replaceAll("w0Ek.*==\n", "\n");
    assertEquals(Optional.empty(), VerifyingKey.ofPem(cut));
    assertThrows(IOException.class, () -> SigningKey.ofPem(TestKeys.P256_PUBLIC, "a file"));
  }

  @ParameterizedTest
  @CsvSource({"ED25519", "ECDSA_P256_SHA256", "SM2_SM3"})
  void each_algorithm_signs_what_its_public_key_proves_and_no_other_bytes(SignatureAlgorithm one) {
    Map<SignatureAlgorithm, List<String>> pairs =
        Map.of(
            SignatureAlgorithm.ED25519,
            List.of(TestKeys.ED25519_PRIVATE, TestKeys.ED25519_PUBLIC),
            SignatureAlgorithm.ECDSA_P256_SHA256,
            List.of(TestKeys.P256_PRIVATE, TestKeys.P256_PUBLIC),
            SignatureAlgorithm.SM2_SM3,
            List.of(TestKeys.SM2_PRIVATE, TestKeys.SM2_PUBLIC));
    SigningKey secret = TestKeys.signing(pairs.get(one).get(0));
    VerifyingKey known = TestKeys.verifying(pairs.get(one).get(1));
    byte[] signature = secret.sign("text".getBytes(UTF_8));

    assertEquals(one, secret.algorithm());
    assertEquals(one, known.algorithm());
    assertEquals(Optional.of(one), SignatureAlgorithm.ofId(one.id()));
    assertTrue(known.isGenuine("text".getBytes(UTF_8), signature));
    assertFalse(known.isGenuine("texu".getBytes(UTF_8), signature));
    assertFalse(known.isGenuine("text".getBytes(UTF_8), new byte[64]));
    assertFalse(known.isGenuine("text".getBytes(UTF_8), new byte[0]));
    assertEquals(pairs.get(one).get(1), known.pem());
  }

  private static Finding check(String method, URI target, Instant now) {
    return SignatureCheck.of(parts(method, target, signed()), KEYS, now);
  }

  /** The headers of a request that was signed with all that is wanted. */
  private static Map<String, String> signed() {
    Map<String, String> sent = Map.of("Content-Type", "text/csv");
    UnsignedRequest request = new UnsignedRequest("POST", TARGET, sent, "a,b\n".getBytes(UTF_8));
    Map<String, String> headers = new HashMap<>(sent);
    headers.putAll(
        new RequestSigner(TestKeys.ED25519_ID, TestKeys.signing(TestKeys.ED25519_PRIVATE))
            .sign(request, SIGNED, NONCE));
    return headers;
  }

  private static RequestParts parts(String method, URI target, Map<String, String> headers) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return RequestParts.of(
        method, target, name -> anyCase.containsKey(name) ? List.of(anyCase.get(name)) : List.of());
  }

  private static UnaryOperator<Map<String, String>> with(String name, String value) {
    return headers -> {
      Map<String, String> changed = new HashMap<>(headers);
      changed.put(name, value);
      return changed;
    };
  }

  private static UnaryOperator<Map<String, String>> without(String name) {
    return headers -> {
      Map<String, String> changed = new HashMap<>(headers);
      changed.remove(name);
      return changed;
    };
  }

  private static UnaryOperator<Map<String, String>> in(String part, String other) {
    return headers -> {
      String before = headers.get("Signature-Input");
      assertTrue(before.contains(part), before);
      return with("Signature-Input", before.replace(part, other)).apply(headers);
    };
  }
}
