package org.xinyidai.engine.vault;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.engine.store.AuditChain;

/**
 * What a backup must hold (备份清单). It is written last: a folder without it is no backup.
 *
 * @param masterKey names the key without which nothing of it can be read; not the key
 * @param audit the end of the audit in it
 * @param content of the store in it, opened
 */
public record Manifest(
    int format,
    Instant at,
    @Nullable String masterKey,
    AuditChain.Head audit,
    ContentDigest content,
    List<FileDigest> files) {
  static final int FORMAT = 1;
  static final String FILE = "manifest.json";
  static final String SIGNATURE = "manifest.sig.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public Manifest {
    files = List.copyOf(files);
  }

  /** By whom a manifest is signed, both in hexadecimal. */
  record Signature(String publicKey, String signature) {}

  /** All bytes of its files. */
  public long bytes() {
    return files.stream().mapToLong(FileDigest::bytes).sum();
  }

  /** Puts the signature beside it first, for it is the last file that makes the backup. */
  void write(Path folder, Optional<Sm2Key> key) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(this);
    if (key.isPresent()) {
      String signature = HexFormat.of().formatHex(Sm2Seal.sign(key.get(), bytes));
      Files.write(
          folder.resolve(SIGNATURE),
          JSON.writeValueAsBytes(new Signature(key.get().publicHex(), signature)));
    }
    Files.write(folder.resolve(FILE), bytes);
  }

  /**
   * The manifest of a backup.
   *
   * @param publicKey who must have signed it; empty when a signature of anyone, or none, will do
   * @throws DamagedBackup when there is none, or it is not as it was signed
   */
  static Manifest read(Path folder, String publicKey) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(FILE));
    } catch (NoSuchFileException e) {
      throw new DamagedBackup(
          folder + " holds no " + FILE + ": it is no backup, or one that was interrupted");
    }
    checkSignature(folder, bytes, publicKey);
    try {
      return JSON.readValue(bytes, Manifest.class);
    } catch (IOException e) {
      throw new DamagedBackup(FILE + " of " + folder + " is damaged; take another backup");
    }
  }

  private static void checkSignature(Path folder, byte[] bytes, String publicKey)
      throws IOException {
    Path file = folder.resolve(SIGNATURE);
    if (!Files.exists(file)) {
      if (!publicKey.isEmpty()) {
        throw new DamagedBackup(folder + " is not signed; leave --public-key out to trust it");
      }
      return;
    }
    Signature signature = signature(file);
    String signer = publicKey.isEmpty() ? signature.publicKey() : publicKey;
    if (!Sm2Seal.isGenuine(signer, bytes, signature.signature())) {
      throw new DamagedBackup(FILE + " of " + folder + " is not as that key signed it");
    }
  }

  private static Signature signature(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return JSON.readValue(bytes, Signature.class);
    } catch (IOException e) {
      throw new DamagedBackup(SIGNATURE + " is damaged: " + file);
    }
  }
}
