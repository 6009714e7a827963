package org.xinyidai.connectors.feedback.envelope;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.connectors.seal.Sm2Seal;

/**
 * The public keys of a party (公钥名片), which the parties hand each other in a file.
 *
 * @param code of the platform or the node
 * @param signingKey by which its signatures are checked: SM2, uncompressed point in hexadecimal
 * @param openingKey for which secrets are hidden; the same form, another key
 */
public record PartyCard(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String signingKey,
    @JsonProperty(required = true) String openingKey) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A card is three short texts. */
  private static final int MAX_BYTES = 4_096;

  public PartyCard {
    if (!BatchHeader.isCode(code)) {
      throw new IllegalArgumentException("not the code of a party: " + code);
    }
    if (!Sm2Seal.isPublicKey(signingKey) || !Sm2Seal.isPublicKey(openingKey)) {
      throw new IllegalArgumentException(
          "a public key of SM2 is 130 hexadecimal digits that begin with 04");
    }
  }

  /**
   * The card of a file.
   *
   * @throws IOException saying what is wanted, when the file holds no card
   */
  public static PartyCard ofFile(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is too long for a card of public keys");
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), PartyCard.class);
    } catch (IOException e) {
      throw new IOException(
          file
              + " holds no card of public keys: JSON with code, signingKey and openingKey is wanted",
          e);
    }
  }

  /** The card as a file's bytes. */
  public byte[] json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (IOException e) {
      throw new IllegalStateException("a card cannot be written", e);
    }
  }
}
