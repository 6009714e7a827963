package org.xinyidai.connectors.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Sm2SealTest {
  private static final byte[] TEXT = "第6条".getBytes(UTF_8);

  @TempDir private Path folder;
  private final SecureRandom random = new SecureRandom();

  @Test
  void a_signature_holds_for_the_signed_bytes_and_the_signers_key_alone() throws IOException {
    Sm2Key key = Sm2Key.ofFile(folder.resolve("key"), random);
    Sm2Key other = Sm2Key.ofFile(folder.resolve("other"), random);
    String signature = HexFormat.of().formatHex(Sm2Seal.sign(key, TEXT));

    assertTrue(Sm2Seal.isGenuine(key.publicHex(), TEXT, signature));
    assertFalse(Sm2Seal.isGenuine(key.publicHex(), "第7条".getBytes(UTF_8), signature));
    assertFalse(Sm2Seal.isGenuine(other.publicHex(), TEXT, signature));
    assertNotEquals(other.publicHex(), key.publicHex());
  }

  @Test
  void what_is_no_key_or_no_signature_is_not_genuine() throws IOException {
    Sm2Key key = Sm2Key.ofFile(folder.resolve("key"), random);
    assertFalse(Sm2Seal.isGenuine(key.publicHex(), TEXT, ""));
    assertFalse(Sm2Seal.isGenuine(key.publicHex(), TEXT, "00ff"));
    assertFalse(Sm2Seal.isGenuine("04" + "11".repeat(64), TEXT, "00ff"), "not on the curve");
    assertFalse(Sm2Seal.isGenuine("no key", TEXT, "00ff"));
  }

  @Test
  void a_key_is_made_once_for_its_owner_alone_and_found_again() throws IOException {
    Path file = folder.resolve("keys/audit");
    String made = Sm2Key.ofFile(file, random).publicHex();

    assertEquals(made, Sm2Key.ofFile(file, random).publicHex());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /** GB/T 32918.5-2017, annex A: private key and public key of the example. */
  @Test
  void the_public_key_of_the_standards_example_is_found() throws IOException {
    Path file = folder.resolve("example");
    Files.writeString(file, "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8\n");

    assertEquals(
        "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
        Sm2Key.ofFile(file, random).publicHex());
  }

  @Test
  void a_file_that_holds_no_key_is_refused() throws IOException {
    Path file = folder.resolve("bad");
    for (String text : new String[] {"", "zz", "0".repeat(64), "f".repeat(64)}) {
      Files.writeString(file, text);
      assertThrows(IOException.class, () -> Sm2Key.ofFile(file, random), text);
    }
  }
}
