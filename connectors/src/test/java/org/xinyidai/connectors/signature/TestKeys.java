package org.xinyidai.connectors.signature;

import java.io.IOException;

/**
 * Keys that everyone knows: those of RFC 9421 appendix B.1, and an SM2 key made for these tests.
 */
final class TestKeys {
  static final String ED25519_ID = "test-key-ed25519";
  static final String P256_ID = "test-key-ecc-p256";

  static final String ED25519_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
      -----END PRIVATE KEY-----
      """;
  static final String ED25519_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
      -----END PUBLIC KEY-----
      """;

  /** The RFC gives it in the older form; this is the same number in PKCS #8. */
  static final String P256_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUpuF81l+kOxbjf7T
      4mNSv0r5tN67Gim7rnf6EFpcYDuhRANCAASohVhlUsKs9kcYeM/XsJNbT/4P0t/D
      QSSOoXvEHgWK8DHOJzfS0wzgYX6FHoPGHvVnnRUYZ2V2SQNdkKdM2ehd
      -----END PRIVATE KEY-----
      """;

  static final String P256_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
      w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==
      -----END PUBLIC KEY-----
      """;

  static final String SM2_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgS3numKkqKbaKaiv9
      m6yK+bD2OHO36PHqI84zhDfGD6WhRANCAATzILjmcWvlIp4rlpnOCm5ykddLHcow
      2XDZiFd5EqJQMfI9TM4e8eMVVQ1d1v0A7bq2GI+JonXc9b/q3WWojb77
      -----END PRIVATE KEY-----
      """;
  static final String SM2_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAE8yC45nFr5SKeK5aZzgpucpHXSx3K
      MNlw2YhXeRKiUDHyPUzOHvHjFVUNXdb9AO26thiPiaJ13PW/6t1lqI2++w==
      -----END PUBLIC KEY-----
      """;

  private TestKeys() {}

  static SigningKey signing(String pem) {
    try {
      return SigningKey.ofPem(pem, "test");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static VerifyingKey verifying(String pem) {
    return VerifyingKey.ofPem(pem).orElseThrow();
  }
}
