package org.xinyidai.engine.archive;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinyidai.engine.serving.ScoreDigest;
import org.xinyidai.models.subject.Uscc;

/**
 * The number of a stored score (评分编号): the enterprise's code, a hyphen, and 128 bits of the digest
 * of all that made the score. The same inputs have the same number.
 */
public record ScoreId(Uscc uscc, String digest) {
  static final int DIGEST_BYTES = ScoreDigest.BYTES;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

  public ScoreId {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("not the digest of a score: " + digest);
    }
  }

  /** The number that a text is; empty when it is none. */
  public static Optional<ScoreId> parse(String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 0
        || !Uscc.isWellFormed(text.substring(0, hyphen))
        || !DIGEST.matcher(text.substring(hyphen + 1)).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ScoreId(new Uscc(text.substring(0, hyphen)), text.substring(hyphen + 1)));
  }

  byte[] digestBytes() {
    return HexFormat.of().parseHex(digest);
  }

  @Override
  public String toString() {
    return uscc + "-" + digest;
  }
}
