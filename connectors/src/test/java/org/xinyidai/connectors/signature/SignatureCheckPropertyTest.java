package org.xinyidai.connectors.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.xinyidai.connectors.signature.SignatureCheck.Genuine;
import org.xinyidai.connectors.signature.SignatureCheck.Refused;

/** Whatever is signed is genuine as it was signed, and whatever is made up is refused quietly. */
class SignatureCheckPropertyTest {
  private static final Instant SIGNED = Instant.ofEpochSecond(1_700_000_000);
  private static final String NONCE = "0123456789abcdef";
  private static final SigningKey SECRET = TestKeys.signing(TestKeys.P256_PRIVATE);
  private static final Map<String, VerifyingKey> KEYS =
      Map.of("k", TestKeys.verifying(TestKeys.P256_PUBLIC));

  @Property(seed = "20261122", tries = 200)
  void any_request_is_genuine_as_it_was_signed_and_not_with_another_path(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String path,
      @ForAll @AlphaChars @StringLength(max = 20) String query,
      @ForAll @Size(max = 200) byte[] content) {
    URI target = URI.create("https://xyd.example/" + path + "?" + query);
    Map<String, String> headers =
        new RequestSigner("k", SECRET)
            .sign(new UnsignedRequest("POST", target, Map.of(), content), SIGNED, NONCE);

    assertInstanceOf(Genuine.class, SignatureCheck.of(parts(target, headers), KEYS, SIGNED));
    URI other = URI.create("https://xyd.example/" + path + "x?" + query);
    assertEquals(
        new Refused(SignatureFault.NOT_GENUINE),
        SignatureCheck.of(parts(other, headers), KEYS, SIGNED));
    String digest = String.valueOf(headers.get(ContentDigestField.NAME));
    assertTrue(ContentDigestField.fits(digest, content));
  }

  @Property(seed = "20261122", tries = 5_000)
  void what_is_made_up_is_refused_and_never_throws(
      @ForAll("fields") String input, @ForAll("fields") String signature) {
    Map<String, String> headers = Map.of("Signature-Input", input, "Signature", signature);

    assertInstanceOf(
        Refused.class,
        SignatureCheck.of(parts(URI.create("https://xyd.example/"), headers), KEYS, SIGNED));
    assertFalse(ContentDigestField.fits(input, new byte[0]));
    assertTrue(VerifyingKey.ofPem(input).isEmpty());
  }

  /** Pieces of which the fields are made, in any order, and other characters between them. */
  @Provide
  Arbitrary<String> fields() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "s=",
            "(",
            ")",
            "\"@method\"",
            "\"content-digest\"",
            "\"@target-uri\"",
            " ",
            ";",
            ",",
            ";created=1700000000",
            ";created=1.5",
            ";nonce=\"" + NONCE + "\"",
            ";keyid=\"k\"",
            ";keyid=k",
            ":AAAA:",
            ":AA:",
            ":",
            "?1",
            "-",
            "999999999999999",
            "\\",
            "\"",
            "é",
            "\t",
            "sha-256=",
            ";alg",
            "*",
            ".",
            "=",
            "\u0000");
    return piece.list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  private static RequestParts parts(URI target, Map<String, String> headers) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return RequestParts.of(
        "POST", target, name -> anyCase.containsKey(name) ? List.of(anyCase.get(name)) : List.of());
  }
}
