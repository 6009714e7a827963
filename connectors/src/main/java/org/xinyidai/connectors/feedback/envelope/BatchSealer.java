package org.xinyidai.connectors.feedback.envelope;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.xinyidai.connectors.seal.Aead;
import org.xinyidai.connectors.seal.Sm2Box;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.connectors.seal.Sm4Gcm;

/**
 * Seals lines for one node (批次封装). Each batch has a fresh key, so that no nonce can come twice
 * under a key. Takes milliseconds: not for an event loop. Safe for many threads.
 */
public final class BatchSealer {
  private static final byte LINE_FEED = '\n';

  private final PartyKeys own;
  private final PartyCard node;
  private final SecureRandom random;

  public BatchSealer(PartyKeys own, PartyCard node, SecureRandom random) {
    this.own = own;
    this.node = node;
    this.random = random;
  }

  /**
   * Seals lines. The digest and the number of the same lines under the same sequence are the same;
   * key, body and signature are others each time.
   *
   * @param ids of the results, as many as lines
   * @param lines that conform, without line feeds; within {@link BatchLimits}
   * @throws IllegalArgumentException when they are not
   */
  public SealedBatch seal(long sequence, List<String> ids, List<byte[]> lines) {
    byte[] plain = joined(lines);
    BatchHeader header =
        new BatchHeader(own.code(), node.code(), sequence, lines.size(), Sm3.of(plain));
    byte[] bound = header.bound();
    byte[] key = new byte[Sm4Gcm.KEY_BYTES];
    random.nextBytes(key);
    byte[] nonce = new byte[Aead.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] body = Arrays.copyOf(nonce, nonce.length + plain.length + Aead.TAG_BYTES);
    new Sm4Gcm(key).seal(body, 0, bound, plain);
    byte[] hidden = Sm2Box.seal(node.openingKey(), key, random);
    Arrays.fill(key, (byte) 0);
    byte[] signature = Sm2Seal.sign(own.signing(), bound);
    return new SealedBatch(ids, new Envelope(header, signature, hidden, body));
  }

  private static byte[] joined(List<byte[]> lines) {
    long length = lines.size();
    for (byte[] line : lines) {
      length += line.length;
    }
    if (length > BatchLimits.MAX_BYTES) {
      throw new IllegalArgumentException(
          "the lines of a batch have at most " + BatchLimits.MAX_BYTES + " bytes");
    }
    byte[] plain = new byte[(int) length];
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, plain, at, line.length);
      at += line.length;
      plain[at++] = LINE_FEED;
    }
    return plain;
  }
}
