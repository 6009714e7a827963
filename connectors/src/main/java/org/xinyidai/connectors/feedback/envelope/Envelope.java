package org.xinyidai.connectors.feedback.envelope;

/**
 * A batch as it travels (数字信封). Its arrays are not to be changed.
 *
 * <p>Not a value: it holds arrays.
 */
public final class Envelope {
  private final BatchHeader header;
  private final byte[] signature;
  private final byte[] key;
  private final byte[] body;

  /**
   * @param signature of the sender over {@link BatchHeader#bound}, DER
   * @param key of the body, hidden by SM2 for the receiver
   * @param body nonce of 12 bytes, hidden lines, tag of 16 bytes
   */
  public Envelope(BatchHeader header, byte[] signature, byte[] key, byte[] body) {
    this.header = header;
    this.signature = signature.clone();
    this.key = key.clone();
    this.body = body; // up to two million bytes, handed over
  }

  public BatchHeader header() {
    return header;
  }

  public byte[] signature() {
    return signature.clone();
  }

  public byte[] key() {
    return key.clone();
  }

  byte[] body() {
    return body;
  }
}
