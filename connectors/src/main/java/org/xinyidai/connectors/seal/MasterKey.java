package org.xinyidai.connectors.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/**
 * The key that wraps the keys of a store (密钥加密密钥), kept in a file that its owner alone may read:
 * never in the state folder, never in a backup. Without it nothing that was sealed is read again.
 */
public final class MasterKey {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** Tells keys apart without telling anything of them; too short to try keys by. */
  private static final int ID_BYTES = 4;

  private final Sm4Gcm cipher;
  private final String id;

  /**
   * @param key {@link Sm4Gcm#KEY_BYTES} bytes
   */
  public MasterKey(byte[] key) {
    cipher = new Sm4Gcm(key);
    SM3Digest sm3 = new SM3Digest();
    byte[] purpose = "xinyidai master key".getBytes(US_ASCII);
    sm3.update(purpose, 0, purpose.length);
    sm3.update(key, 0, key.length);
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    id = HexFormat.of().formatHex(digest, 0, ID_BYTES);
  }

  /**
   * The key of a file.
   *
   * @throws IOException when it is not there, others may read it, or it holds no key
   */
  public static MasterKey ofFile(Path file) throws IOException {
    Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    rights.retainAll(OF_OTHERS);
    if (!rights.isEmpty()) {
      throw new IOException(file + " can be read by others; run: chmod 600 " + file);
    }
    String text = Files.readString(file, US_ASCII).strip();
    if (!text.matches("[0-9a-f]{" + 2 * Sm4Gcm.KEY_BYTES + "}")) {
      throw new IOException(
          file
              + " holds no master key: "
              + 2 * Sm4Gcm.KEY_BYTES
              + " hexadecimal digits are wanted");
    }
    return new MasterKey(HexFormat.of().parseHex(text));
  }

  /** Writes a fresh key to a file, for its owner alone; a file that is there stays as it is. */
  public static void create(Path file, SecureRandom random) throws IOException {
    Path folder = requireNonNull(file.toAbsolutePath().getParent(), "a key is a file in a folder");
    Files.createDirectories(folder);
    byte[] key = new byte[Sm4Gcm.KEY_BYTES];
    random.nextBytes(key);
    Path draft =
        Files.createTempFile(
            folder,
            ".key",
            ".draft",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, HexFormat.of().formatHex(key) + System.lineSeparator());
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // another process was faster: its key is the one
    } finally {
      Arrays.fill(key, (byte) 0);
      Files.delete(draft);
    }
  }

  /** Names the key, in hexadecimal. */
  public String id() {
    return id;
  }

  /** Wraps a key under a fresh nonce, which stands before it. */
  public byte[] wrap(byte[] key, byte[] bound, SecureRandom random) {
    byte[] nonce = new byte[Aead.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] wrapped = Arrays.copyOf(nonce, nonce.length + key.length + Aead.TAG_BYTES);
    cipher.seal(wrapped, 0, bound, key);
    return wrapped;
  }

  /** The wrapped key; null when it was wrapped under another key, for another use, or altered. */
  public byte @Nullable [] unwrap(byte[] wrapped, byte[] bound) {
    return cipher.open(wrapped, 0, bound);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "MasterKey[" + id + "]";
  }
}
