package org.xinyidai.engine.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.identity.Operation;

/**
 * A request under its key (幂等请求): the name by which it is found again, the digest of all that it
 * asks, and the seal of its answer. The seal's secret comes from the caller's key, of which the
 * store holds a digest alone: whoever reads the store cannot read what was answered.
 */
final class KeyedRequest {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int CALLER_BYTES = 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] name;
  private final String content;
  private final SecretKeySpec secret;
  private final byte[] nonce = new byte[NONCE_BYTES];

  private KeyedRequest(byte[] name, String content, SecretKeySpec secret) {
    this.name = name;
    this.content = content;
    this.secret = secret;
    RANDOM.nextBytes(nonce);
  }

  /** The request of a caller that was let in and names a key; reads the whole body. */
  static KeyedRequest of(Call call, Operation operation) {
    String key = key(call, operation);
    String caller = call.access().account().id();
    MessageDigest content = DigestUtils.getSha256Digest();
    content.update((call.target() + "\0" + call.bodyType() + "\0").getBytes(UTF_8));
    content.update(call.body().getBytes());
    byte[] secret = DigestUtils.sha256("seal\0" + key);
    return new KeyedRequest(
        name(caller, key),
        HexFormat.of().formatHex(content.digest()),
        new SecretKeySpec(secret, "AES"));
  }

  /** The name alone, which takes no look at the body. */
  static byte[] name(Call call, Operation operation) {
    return name(call.access().account().id(), key(call, operation));
  }

  /**
   * Two callers that choose the same key, and two operations, have nothing to do with each other.
   */
  private static String key(Call call, Operation operation) {
    String caller = call.access().account().id();
    return caller + "\0" + operation.id() + "\0" + IdempotencyKey.required(call);
  }

  /** Those of one caller begin alike, so that they can be forgotten with its account. */
  private static byte[] name(String caller, String key) {
    byte[] name = DigestUtils.sha256("name\0" + key);
    System.arraycopy(ofCaller(caller), 0, name, 0, CALLER_BYTES);
    return name;
  }

  /** How the names of all requests of an account begin. */
  static byte[] ofCaller(String accountId) {
    return Arrays.copyOf(DigestUtils.sha256("caller\0" + accountId), CALLER_BYTES);
  }

  /** Where its answer is kept. */
  byte[] name() {
    return name;
  }

  /** The digest of path, query, media type and body in hexadecimal. */
  String content() {
    return content;
  }

  /** Bytes that only a caller with the same key can open; one request seals once. */
  byte[] seal(byte[] plain) {
    byte[] closed = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
    return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
  }

  byte[] open(byte[] closed) {
    return crypt(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(closed, NONCE_BYTES),
        Arrays.copyOfRange(closed, NONCE_BYTES, closed.length));
  }

  private byte[] crypt(int mode, byte[] number, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, number));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
    }
  }
}
