package org.xinyidai.connectors.signature;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;

/**
 * The client's side of signed requests (请求签名): covers the method, the address, the digest of the
 * content and every header field that it is given.
 */
public final class RequestSigner {
  private static final String LABEL = "sig1";
  private static final int NONCE_BYTES = 16;

  private final String keyId;
  private final SigningKey key;

  /**
   * @param keyId the name under which the other side has the public key
   */
  public RequestSigner(String keyId, SigningKey key) {
    this.keyId = keyId;
    this.key = key;
  }

  /** A nonce that nobody had before. */
  public static String nonce(SecureRandom random) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The header fields that the request needs beside those it has. */
  public Map<String, String> sign(UnsignedRequest request, Instant created, String nonce) {
    String digest = ContentDigestField.of(request.content());
    RequestParts parts =
        RequestParts.of(
            request.method(), request.target(), name -> lines(request.headers(), digest, name));
    List<String> covered = new ArrayList<>(List.of("@method", "@target-uri", "content-digest"));
    covered.addAll(request.headers().keySet());
    List<Item<?>> names = new ArrayList<>();
    covered.forEach(name -> names.add(StringItem.valueOf(name)));
    InnerList input = InnerList.valueOf(names).withParams(parameters(created, nonce));
    byte[] signature = key.sign(SignatureBase.of(input, covered, parts).orElseThrow());
    return Map.of(
        ContentDigestField.NAME,
        digest,
        SignatureCheck.INPUT_FIELD,
        Dictionary.valueOf(Map.of(LABEL, input)).serialize(),
        SignatureCheck.SIGNATURE_FIELD,
        Dictionary.valueOf(Map.of(LABEL, ByteSequenceItem.valueOf(signature))).serialize());
  }

  private Parameters parameters(Instant created, String nonce) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("created", created.getEpochSecond());
    parameters.put("nonce", nonce);
    parameters.put("keyid", keyId);
    parameters.put("alg", key.algorithm().id());
    return Parameters.valueOf(parameters);
  }

  private static List<String> lines(Map<String, String> headers, String digest, String name) {
    if (name.equals("content-digest")) {
      return List.of(digest);
    }
    String value = headers.get(name);
    return value == null ? List.of() : List.of(value);
  }
}
