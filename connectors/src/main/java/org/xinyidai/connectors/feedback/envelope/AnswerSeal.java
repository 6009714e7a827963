package org.xinyidai.connectors.feedback.envelope;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.connectors.seal.Sm3;

/**
 * The node's signature on what it answers (回执签名): SM2 over what was asked and the SM3 digest of the
 * answer's bytes, so that an answer to one question is none to another.
 */
public final class AnswerSeal {
  /** The field of the HTTP answer that carries the signature, DER in hexadecimal. */
  public static final String FIELD = "Answer-Signature";

  private AnswerSeal() {}

  /**
   * The signature over an answer to a question.
   *
   * @param question the number of a batch, or {@link #listing}
   */
  public static byte[] sign(Sm2Key key, String question, byte[] answer) {
    return Sm2Seal.sign(key, signed(question, answer));
  }

  /**
   * Whether the node gave this answer to this question.
   *
   * @param signatureHex of a stranger, maybe no signature at all
   */
  public static boolean isGenuine(
      PartyCard node, String question, byte[] answer, String signatureHex) {
    return Sm2Seal.isGenuine(node.signingKey(), signed(question, answer), signatureHex);
  }

  /**
   * The question for a page of a day's list.
   *
   * @param sender whose results are listed
   * @param challenge that the asker draws anew each time, so that no old list passes for a new one
   */
  public static String listing(String sender, LocalDate day, String after, String challenge) {
    return String.join(" ", "received", sender, day.toString(), after, challenge);
  }

  private static byte[] signed(String question, byte[] answer) {
    return ("xinyidai-answer\n" + question + "\n" + Sm3.of(answer))
        .getBytes(StandardCharsets.UTF_8);
  }
}
