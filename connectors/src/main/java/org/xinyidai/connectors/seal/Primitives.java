package org.xinyidai.connectors.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** What the platform's secrets and proofs rest on (密码算法), as the start-up tests see it. */
public interface Primitives {
  /** SM3 digest of bytes, GB/T 32905-2016. */
  byte[] sm3(byte[] bytes);

  /** One block under SM4, GB/T 32907-2016. */
  byte[] sm4(byte[] key, byte[] block);

  /** Bytes sealed under SM4-GCM, the tag behind them. */
  byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain);

  /** Bytes sealed under AES-128-GCM, the tag behind them. */
  byte[] sealByAes(byte[] key, byte[] nonce, byte[] bound, byte[] plain);

  /** The bytes of a seal; null when it is not genuine. */
  byte @Nullable [] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed);

  /** An SM2 signature, GB/T 32918.2-2016. */
  byte[] sign(BigInteger secret, byte[] bytes);

  /** Whether an SM2 signature is by the holder of a public key. */
  boolean isGenuine(String publicHex, byte[] bytes, byte[] signature);

  /** Argon2id of RFC 9106 with the parameters given. */
  byte[] argon2id(Argon2Parameters parameters, byte[] password);

  /** Fresh random bytes. */
  byte[] random(int length);

  /** Those that the platform works with. */
  static Primitives ofPlatform() {
    return new OfPlatform();
  }

  /** The same code that seals values, signs heads and keeps passwords. */
  class OfPlatform implements Primitives {
    private final SecureRandom random = new SecureRandom();

    protected OfPlatform() {}

    @Override
    public byte[] sm3(byte[] bytes) {
      SM3Digest sm3 = new SM3Digest();
      sm3.update(bytes, 0, bytes.length);
      byte[] digest = new byte[sm3.getDigestSize()];
      sm3.doFinal(digest, 0);
      return digest;
    }

    @Override
    public byte[] sm4(byte[] key, byte[] block) {
      byte[] encrypted = block.clone();
      new Sm4(key).encrypt(encrypted);
      return encrypted;
    }

    @Override
    public byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
      return new Sm4Gcm(key).seal(nonce, bound, plain);
    }

    @Override
    public byte[] sealByAes(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
      byte[] target = Arrays.copyOf(nonce, nonce.length + plain.length + Aead.TAG_BYTES);
      new AesGcm(key).seal(target, 0, bound, plain);
      return Arrays.copyOfRange(target, nonce.length, target.length);
    }

    @Override
    public byte @Nullable [] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
      return new Sm4Gcm(key).open(nonce, bound, sealed);
    }

    @Override
    public byte[] sign(BigInteger secret, byte[] bytes) {
      return Sm2Seal.sign(Sm2Key.of(secret), bytes);
    }

    @Override
    public boolean isGenuine(String publicHex, byte[] bytes, byte[] signature) {
      return Sm2Seal.isGenuine(publicHex, bytes, HexFormat.of().formatHex(signature));
    }

    @Override
    public byte[] argon2id(Argon2Parameters parameters, byte[] password) {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(parameters);
      byte[] hash = new byte[32];
      argon2.generateBytes(password, hash);
      return hash;
    }

    @Override
    public byte[] random(int length) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      return bytes;
    }
  }
}
