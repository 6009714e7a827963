package org.xinyidai.connectors.feedback.envelope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.seal.Sm2Box;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.connectors.seal.Sm4Gcm;

/**
 * Opens envelopes as a node (批次拆封): signature, key, body, digest and count, in this order. Takes
 * milliseconds: not for an event loop. Safe for many threads.
 */
public final class BatchOpener {
  private static final byte LINE_FEED = '\n';

  private final PartyKeys own;
  private final Map<String, PartyCard> senders;

  /**
   * @param senders by their codes
   */
  public BatchOpener(PartyKeys own, Map<String, PartyCard> senders) {
    this.own = own;
    this.senders = Map.copyOf(senders);
  }

  /** What comes of opening. */
  public sealed interface Outcome {}

  /** The lines, without line feeds. */
  public record Opened(List<byte[]> lines) implements Outcome {
    public Opened {
      lines = List.copyOf(lines);
    }
  }

  /** Nothing of it may be trusted. */
  public record Refused(BatchFault fault) implements Outcome {}

  /** Opens an envelope; never throws for what a stranger sends. */
  public Outcome open(Envelope envelope) {
    BatchHeader header = envelope.header();
    if (!header.receiver().equals(own.code())) {
      return new Refused(BatchFault.ADDRESSED_OTHERWISE);
    }
    PartyCard sender = senders.get(header.sender());
    if (sender == null) {
      return new Refused(BatchFault.SENDER_UNKNOWN);
    }
    byte[] bound = header.bound();
    if (!Sm2Seal.isGenuine(sender.signingKey(), bound, envelope.signature())) {
      return new Refused(BatchFault.SIGNATURE_WRONG);
    }
    byte[] key = Sm2Box.open(own.opening(), envelope.key());
    if (key == null || key.length != Sm4Gcm.KEY_BYTES) {
      return new Refused(BatchFault.KEY_NOT_OURS);
    }
    byte[] plain = new Sm4Gcm(key).open(envelope.body(), 0, bound);
    Arrays.fill(key, (byte) 0);
    if (plain == null) {
      return new Refused(BatchFault.BODY_ALTERED);
    }
    return lines(header, plain);
  }

  private static Outcome lines(BatchHeader header, byte[] plain) {
    if (plain.length > BatchLimits.MAX_BYTES) {
      return new Refused(BatchFault.TOO_LARGE);
    }
    if (!Sm3.of(plain).equals(header.digest())) {
      return new Refused(BatchFault.DIGEST_OTHER);
    }
    List<byte[]> lines = new ArrayList<>(header.count());
    int from = 0;
    for (int at = 0; at < plain.length && lines.size() <= header.count(); at++) {
      if (plain[at] == LINE_FEED) {
        lines.add(Arrays.copyOfRange(plain, from, at));
        from = at + 1;
      }
    }
    boolean whole = from == plain.length && lines.size() == header.count();
    return whole ? new Opened(lines) : new Refused(BatchFault.COUNT_OTHER);
  }
}
