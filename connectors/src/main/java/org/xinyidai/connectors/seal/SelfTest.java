package org.xinyidai.connectors.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Known-answer tests at the start (密码算法上电自检): each algorithm must give what its standard says, else
 * the platform does not start. A broken provider would seal what nobody can open, or sign what
 * nobody can check.
 */
public final class SelfTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

  /** Equal bytes in a row that a sound source gives once in 2 to the 48 draws, SP 800-90B 4.4.1. */
  private static final int MOST_REPEATS = 6;

  private static final int RANDOM_BYTES = 1_024;

  private final Primitives primitives;

  public SelfTest(Primitives primitives) {
    this.primitives = primitives;
  }

  /** The first algorithm that does not give what it must; empty when all do. */
  public Optional<String> firstFault() {
    Map<String, BooleanSupplier> tests = new LinkedHashMap<>();
    tests.put("SM3 (GB/T 32905)", this::sm3);
    tests.put("SM4 (GB/T 32907)", this::sm4);
    tests.put("SM4-GCM (RFC 8998)", this::sm4Gcm);
    tests.put("AES-GCM (SP 800-38D)", this::aesGcm);
    tests.put("SM2 (GB/T 32918)", this::sm2);
    tests.put("Argon2id (RFC 9106)", this::argon2id);
    tests.put("random numbers (SP 800-90B)", this::random);
    return tests.entrySet().stream()
        .filter(test -> !holds(test.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A provider that throws is as broken as one that lies. */
  private static boolean holds(BooleanSupplier test) {
    try {
      return test.getAsBoolean();
    } catch (RuntimeException | LinkageError broken) {
      return false;
    }
  }

  /** GB/T 32905-2016, A.1 and A.2. */
  private boolean sm3() {
    return is(
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            primitives.sm3("abc".getBytes(US_ASCII)))
        && is(
            "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
            primitives.sm3("abcd".repeat(16).getBytes(US_ASCII)));
  }

  /** GB/T 32907-2016, A.1. */
  private boolean sm4() {
    return is("681edf34d206965e86b3e94f536e4246", primitives.sm4(KEY, KEY));
  }

  /** RFC 8998, A.1; and what was altered must not open. */
  private boolean sm4Gcm() {
    byte[] nonce = HEX.parseHex("00001234567800000000abcd");
    byte[] bound = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] plain =
        HEX.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    byte[] sealed = primitives.seal(KEY, nonce, bound, plain);
    byte[] altered = sealed.clone();
    altered[0] ^= 1;
    return is(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec",
            sealed)
        && Arrays.equals(plain, primitives.open(KEY, nonce, bound, sealed))
        && primitives.open(KEY, nonce, bound, altered) == null;
  }

  /** Test case 4 of the proposal of GCM. */
  private boolean aesGcm() {
    byte[] key = HEX.parseHex("feffe9928665731c6d6a8f9467308308");
    byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
    byte[] bound = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] plain =
        HEX.parseHex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    return is(
        "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
            + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
            + "5bc94fbc3221a5db94fae95ae7121a47",
        primitives.sealByAes(key, nonce, bound, plain));
  }

  /** GB/T 32918.5-2017, A.2: the signature of the standard; and one of our own, right and wrong. */
  private boolean sm2() {
    BigInteger secret =
        new BigInteger("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16);
    String publicKey =
        "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    byte[] message = "message digest".getBytes(US_ASCII);
    byte[] other = "message digesT".getBytes(US_ASCII);
    byte[] standard =
        HEX.parseHex(
            "3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    byte[] own = primitives.sign(secret, message);
    return primitives.isGenuine(publicKey, message, standard)
        && !primitives.isGenuine(publicKey, other, standard)
        && primitives.isGenuine(publicKey, message, own)
        && !primitives.isGenuine(publicKey, other, own);
  }

  /** RFC 9106, 5.3. */
  private boolean argon2id() {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build();
    return is(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        primitives.argon2id(parameters, filled(32, 1)));
  }

  /** Repetition count over a kilobyte, and no two draws alike. */
  private boolean random() {
    byte[] drawn = primitives.random(RANDOM_BYTES);
    int repeats = 1;
    int most = 1;
    for (int i = 1; i < drawn.length; i++) {
      repeats = drawn[i] == drawn[i - 1] ? repeats + 1 : 1;
      most = Math.max(most, repeats);
    }
    return most <= MOST_REPEATS && !Arrays.equals(drawn, primitives.random(RANDOM_BYTES));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static boolean is(String expected, byte[] found) {
    return expected.equals(HEX.formatHex(found));
  }
}
