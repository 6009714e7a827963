package org.xinyidai.connectors.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelfTestTest {
  @Test
  void what_the_platform_works_with_gives_the_answers_of_the_standards() {
    assertEquals(Optional.empty(), new SelfTest(Primitives.ofPlatform()).firstFault());
  }

  @Test
  void a_digest_that_is_wrong_is_found() {
    assertFault(
        "SM3 (GB/T 32905)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] sm3(byte[] bytes) {
            return flipped(super.sm3(bytes));
          }
        });
  }

  @Test
  void a_block_cipher_that_is_wrong_is_found() {
    assertFault(
        "SM4 (GB/T 32907)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] sm4(byte[] key, byte[] block) {
            return block.clone();
          }
        });
  }

  @Test
  void a_seal_that_is_wrong_or_opens_what_was_altered_is_found() {
    assertFault(
        "SM4-GCM (RFC 8998)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            return flipped(super.seal(key, nonce, bound, plain));
          }
        });
    assertFault(
        "SM4-GCM (RFC 8998)",
        new Primitives.OfPlatform() {
          @Override
          public byte @Nullable [] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
            byte @Nullable [] plain = super.open(key, nonce, bound, sealed);
            return plain == null ? new byte[sealed.length - Aead.TAG_BYTES] : plain;
          }
        });
  }

  @Test
  void figures_sealed_wrongly_are_found() {
    assertFault(
        "AES-GCM (SP 800-38D)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] sealByAes(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            return plain.clone();
          }
        });
  }

  @Test
  void a_signature_that_is_wrong_or_always_right_is_found() {
    assertFault(
        "SM2 (GB/T 32918)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] sign(BigInteger secret, byte[] bytes) {
            return super.sign(secret.add(BigInteger.ONE), bytes);
          }
        });
    assertFault(
        "SM2 (GB/T 32918)",
        new Primitives.OfPlatform() {
          @Override
          public boolean isGenuine(String publicHex, byte[] bytes, byte[] signature) {
            return true;
          }
        });
  }

  @Test
  void a_password_hash_that_is_wrong_or_throws_is_found() {
    assertFault(
        "Argon2id (RFC 9106)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] argon2id(Argon2Parameters parameters, byte[] password) {
            throw new IllegalStateException("no such algorithm");
          }
        });
  }

  @Test
  void random_numbers_that_stand_still_or_come_again_are_found() {
    assertFault(
        "random numbers (SP 800-90B)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] random(int length) {
            return new byte[length];
          }
        });
    byte[] once = Primitives.ofPlatform().random(1_024);
    assertFault(
        "random numbers (SP 800-90B)",
        new Primitives.OfPlatform() {
          @Override
          public byte[] random(int length) {
            return once.clone();
          }
        });
  }

  private static void assertFault(String algorithm, Primitives primitives) {
    assertEquals(Optional.of(algorithm), new SelfTest(primitives).firstFault());
  }

  private static byte[] flipped(byte[] bytes) {
    bytes[0] ^= 1;
    return bytes;
  }
}
