package org.xinyidai.connectors.signature;

/**
 * Why a signed request is refused (验签失败原因), in descending precedence: when several apply, the first
 * is told.
 */
public enum SignatureFault {
  /** Signature-Input or Signature is not there. */
  MISSING,
  /** The fields are no structured fields (RFC 8941), or cover what is not understood here. */
  UNREADABLE,
  /** No signature is by a key that is known here. */
  KEY_UNKNOWN,
  /** The parameter alg is not the algorithm of the key. */
  ALGORITHM_OTHER,
  /** The method, the address or the digest of the content is not covered. */
  PARTS_UNCOVERED,
  /** A covered part is not in the request. */
  PART_ABSENT,
  /** There is no time of signing. */
  CREATED_MISSING,
  /** There is no nonce, or one that is too short or too long. */
  NONCE_MISSING,
  /** Signed too long ago, or past the end that it gives itself. */
  TOO_OLD,
  /** Signed in the future: the clock of the client goes wrong. */
  IN_FUTURE,
  /** The signature is not by the key over these parts: something was altered on the way. */
  NOT_GENUINE,
  /** The content is not the one whose digest was signed. */
  CONTENT_OTHER,
  /** The same signature came before. */
  REPLAYED
}
