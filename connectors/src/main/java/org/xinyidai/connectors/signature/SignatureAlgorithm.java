package org.xinyidai.connectors.signature;

import java.util.Arrays;
import java.util.Optional;

/** The ways to sign (签名算法) that are understood here; a key has exactly one. */
public enum SignatureAlgorithm {
  /** RFC 9421 section 3.3.6, RFC 8032. */
  ED25519("ed25519", "Ed25519", "Ed25519"),
  /** RFC 9421 section 3.3.4: the two numbers one behind the other, 64 bytes. */
  ECDSA_P256_SHA256("ecdsa-p256-sha256", "EC", "SHA256withECDSAinP1363Format"),
  /** A name of our own: SM2 with SM3 and the usual identity, DER (GB/T 32918.2, GM/T 0009). */
  SM2_SM3("sm2-sm3", "", "");

  private final String id;
  private final String keyKind;
  private final String signatureKind;

  SignatureAlgorithm(String id, String keyKind, String signatureKind) {
    this.id = id;
    this.keyKind = keyKind;
    this.signatureKind = signatureKind;
  }

  /** The name in the parameter {@code alg}; those of the RFC stand in the registry of IANA. */
  public String id() {
    return id;
  }

  public static Optional<SignatureAlgorithm> ofId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /** The name of its keys in the Java platform. */
  String keyKind() {
    return keyKind;
  }

  /** The name of its signatures in the Java platform. */
  String signatureKind() {
    return signatureKind;
  }
}
