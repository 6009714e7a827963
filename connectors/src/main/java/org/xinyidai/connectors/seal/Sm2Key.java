package org.xinyidai.connectors.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private key on the recommended curve of SM2 (SM2私钥, GB/T 32918.5), kept in a file that its
 * owner alone may read: never in the store.
 */
public final class Sm2Key {
  private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
  static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  private static final int BYTES = 32;

  /** Of an uncompressed point in hexadecimal: a mark and two numbers. */
  static final int PUBLIC_DIGITS = 2 * (1 + 2 * BYTES);

  private final BigInteger secret;

  private Sm2Key(BigInteger secret) {
    this.secret = secret;
  }

  /** The key of a number, for known answers. */
  static Sm2Key of(BigInteger secret) {
    return new Sm2Key(secret);
  }

  /** The key of a file, or a fresh one written to it where there is none. */
  public static Sm2Key ofFile(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      create(file, random);
    }
    String text = Files.readString(file).strip();
    if (!text.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new IOException(file + " holds no SM2 key: 64 hexadecimal digits are wanted");
    }
    BigInteger secret = new BigInteger(text, 16);
    if (secret.signum() == 0 || secret.compareTo(DOMAIN.getN().subtract(BigInteger.ONE)) >= 0) {
      throw new IOException(file + " holds no SM2 key: the number is out of range");
    }
    return new Sm2Key(secret);
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    BigInteger bound = DOMAIN.getN().subtract(BigInteger.TWO);
    BigInteger secret;
    do {
      secret = new BigInteger(DOMAIN.getN().bitLength(), random);
    } while (secret.signum() == 0 || secret.compareTo(bound) > 0);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      return; // another process was faster: its key is the one
    }
    Files.writeString(file, "%064x%n".formatted(secret));
  }

  ECPrivateKeyParameters parameters() {
    return new ECPrivateKeyParameters(secret, DOMAIN);
  }

  /** The public key, uncompressed point in hexadecimal. */
  public String publicHex() {
    return HexFormat.of()
        .formatHex(
            new FixedPointCombMultiplier().multiply(DOMAIN.getG(), secret).getEncoded(false));
  }

  static ECPublicKeyParameters publicKey(String hex) {
    return new ECPublicKeyParameters(
        DOMAIN.getCurve().decodePoint(HexFormat.of().parseHex(hex)), DOMAIN);
  }
}
