package org.xinyidai.engine.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are kept (口令散列): Argon2id (RFC 9106) with a salt of its own each, in the usual
 * text form. It takes some tens of milliseconds and megabytes on purpose, so it belongs on a
 * worker.
 */
final class PasswordHash {
  /** OWASP's first choice: 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19 << 10;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

  private PasswordHash() {}

  /** The text to keep for a password. */
  static String of(String password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Whether the password is the one of the kept text; takes as long for a wrong one. */
  static boolean matches(String password, String kept) {
    Matcher parts = SHAPE.matcher(kept);
    if (!parts.matches()) {
      throw new IllegalStateException("a kept password is damaged");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] found =
        hash(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, found);
  }

  private static byte[] hash(
      String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("a password is hashed on a worker, never on the event loop");
    }
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    // The same letters typed on another keyboard may come as other code points.
    argon2.generateBytes(
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8), hash);
    return hash;
  }
}
