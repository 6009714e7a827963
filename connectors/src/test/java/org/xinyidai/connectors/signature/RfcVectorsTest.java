package org.xinyidai.connectors.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Parser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The examples of RFC 9421 appendix B.2, for the algorithms that are understood here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RfcVectorsTest {
  private static final String CONTENT = "{\"hello\": \"world\"}";

  /** The message {@code test-request} of the appendix. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "host", "example.com",
          "date", "Tue, 20 Apr 2021 02:07:55 GMT",
          "content-type", "application/json",
          "content-length", "18");

  private static final RequestParts REQUEST =
      RequestParts.of(
          "POST",
          URI.create("https://example.com/foo?param=Value&Pet=dog"),
          name -> FIELDS.containsKey(name) ? List.of(FIELDS.get(name)) : List.of());

  private static final String INPUT_B26 =
      "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
          + ";created=1618884473;keyid=\"test-key-ed25519\"";
  private static final String SIGNATURE_B26 =
      "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";

  private static final String INPUT_B24 =
      "(\"@status\" \"content-type\" \"content-digest\" \"content-length\")"
          + ";created=1618884473;keyid=\"test-key-ecc-p256\"";
  private static final String SIGNATURE_B24 =
      "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==";

  /** The message {@code test-response} of the appendix. */
  private static final Parts RESPONSE =
      name ->
          Optional.ofNullable(
              Map.of(
                      "@status", "200",
                      "content-type", "application/json",
                      "content-digest",
                          "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69"
                              + "wWdXymyU0rjJuahq4l5aGgfLQ==:",
                      "content-length", "23")
                  .get(name));

  @Test
  void the_request_of_B_2_6_gives_the_text_of_the_rfc() {
    assertEquals(
        """
        "date": Tue, 20 Apr 2021 02:07:55 GMT
        "@method": POST
        "@path": /foo
        "@authority": example.com
        "content-type": application/json
        "content-length": 18
        "@signature-params": \
        """
            + INPUT_B26,
        new String(base(INPUT_B26, REQUEST), US_ASCII));
  }

  @Test
  void the_ed25519_signature_of_B_2_6_is_made_again_to_the_bit_and_is_genuine() {
    byte[] base = base(INPUT_B26, REQUEST);
    byte[] expected = Base64.getDecoder().decode(SIGNATURE_B26);

    assertArrayEquals(expected, TestKeys.signing(TestKeys.ED25519_PRIVATE).sign(base));
    assertTrue(TestKeys.verifying(TestKeys.ED25519_PUBLIC).isGenuine(base, expected));
  }

  @Test
  void the_ecdsa_signature_of_B_2_4_is_genuine_and_for_no_other_status() {
    VerifyingKey key = TestKeys.verifying(TestKeys.P256_PUBLIC);
    byte[] signature = Base64.getDecoder().decode(SIGNATURE_B24);

    assertTrue(key.isGenuine(base(INPUT_B24, RESPONSE), signature));
    Parts other = name -> name.equals("@status") ? Optional.of("201") : RESPONSE.part(name);
    assertFalse(key.isGenuine(base(INPUT_B24, other), signature));
  }

  @Test
  void the_derived_parts_are_those_of_section_2_2() {
    assertEquals(Optional.of("POST"), REQUEST.part("@method"));
    assertEquals(
        Optional.of("https://example.com/foo?param=Value&Pet=dog"), REQUEST.part("@target-uri"));
    assertEquals(Optional.of("example.com"), REQUEST.part("@authority"));
    assertEquals(Optional.of("https"), REQUEST.part("@scheme"));
    assertEquals(Optional.of("/foo?param=Value&Pet=dog"), REQUEST.part("@request-target"));
    assertEquals(Optional.of("/foo"), REQUEST.part("@path"));
    assertEquals(Optional.of("?param=Value&Pet=dog"), REQUEST.part("@query"));
    assertEquals(Optional.empty(), REQUEST.part("@status"));

    RequestParts bare = RequestParts.of("GET", URI.create("HTTP://Example.COM:80"), n -> List.of());
    assertEquals(Optional.of("http://example.com/"), bare.part("@target-uri"));
    assertEquals(Optional.of("?"), bare.part("@query"));
  }

  @Test
  void the_digest_of_the_content_is_that_of_section_2_and_of_no_other() {
    String field = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";

    assertEquals(field, ContentDigestField.of(CONTENT.getBytes(US_ASCII)));
    assertTrue(ContentDigestField.fits(field, CONTENT.getBytes(US_ASCII)));
    assertFalse(ContentDigestField.fits(field, (CONTENT + " ").getBytes(US_ASCII)));
    assertFalse(ContentDigestField.fits("sha-512=:AAAA:", CONTENT.getBytes(US_ASCII)));
    assertFalse(ContentDigestField.fits("sha-256", CONTENT.getBytes(US_ASCII)));
    assertFalse(ContentDigestField.fits("not a field", CONTENT.getBytes(US_ASCII)));
  }

  private static byte[] base(String input, Parts message) {
    InnerList list = Parser.parseInnerList(input);
    return SignatureBase.of(list, SignatureBase.covered(list).orElseThrow(), message).orElseThrow();
  }
}
