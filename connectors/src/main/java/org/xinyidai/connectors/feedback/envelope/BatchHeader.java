package org.xinyidai.connectors.feedback.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xinyidai.connectors.seal.Sm3;

/**
 * What stands open on an envelope (批次头), and is signed.
 *
 * @param sender code of the platform that sends
 * @param receiver code of the node that it is for
 * @param sequence of the sender's batches for this node, from 1: the same number never carries
 *     other lines
 * @param count of lines
 * @param digest SM3 of the lines, each with a line feed behind it, in hexadecimal
 */
public record BatchHeader(String sender, String receiver, long sequence, int count, String digest) {
  /** Of the form of envelopes and answers. */
  public static final int VERSION = 1;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{" + Sm3.HEX_DIGITS + "}");

  public BatchHeader {
    if (!isCode(sender) || !isCode(receiver)) {
      throw new IllegalArgumentException(
          "a code has up to 40 letters, digits, dots, underscores and hyphens");
    }
    if (sequence < 1 || count < 1 || count > BatchLimits.MAX_RECORDS) {
      throw new IllegalArgumentException("sequence or count out of range");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("not a digest: " + digest);
    }
  }

  /** Whether a text can name a sender or a node. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The number of the batch: stable, and unlike that of any other sender. */
  public String number() {
    return number(sender, sequence);
  }

  /** The number of a sender's batch. */
  public static String number(String sender, long sequence) {
    return String.format(Locale.ROOT, "%s-%012d", sender, sequence);
  }

  /** What the sender signs, and what the hidden body is bound to. */
  public byte[] bound() {
    return String.join(
            "\n",
            "xinyidai-batch",
            String.valueOf(VERSION),
            sender,
            receiver,
            number(),
            String.valueOf(count),
            digest)
        .getBytes(StandardCharsets.UTF_8);
  }
}
