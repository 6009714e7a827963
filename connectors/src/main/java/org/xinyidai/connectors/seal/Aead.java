package org.xinyidai.connectors.seal;

import org.jspecify.annotations.Nullable;

/** Encryption that also shows any change (可鉴别加密), under one key. Safe for many threads. */
public interface Aead {
  /** Bytes of a nonce, which must never be used twice under a key. */
  int NONCE_BYTES = 12;

  /** Bytes that a seal is longer than what it hides. */
  int TAG_BYTES = 16;

  /**
   * Seals bytes behind a nonce that stands in the target already.
   *
   * @param target has room behind the nonce for the bytes and the tag
   * @param nonceAt where the nonce stands
   * @param bound what is not hidden but must be the same at the opening
   */
  void seal(byte[] target, int nonceAt, byte[] bound, byte[] plain);

  /**
   * Opens what was sealed.
   *
   * @param nonceAt where the nonce stands; the hidden bytes and their tag follow to the end
   * @return null when the bytes, the nonce, what is bound or the key is another than at the sealing
   */
  byte @Nullable [] open(byte[] sealed, int nonceAt, byte[] bound);
}
