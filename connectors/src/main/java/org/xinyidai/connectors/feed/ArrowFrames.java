package org.xinyidai.connectors.feed;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.Message;

/**
 * Watches the frames of an Arrow stream (Arrow消息帧) on their way to the library, which believes
 * every length that it is told: no frame may be longer than its bound, and the stream must end in
 * its mark. An Arrow file is the same stream between two more marks.
 */
final class ArrowFrames extends FilterInputStream {
  /** Names and types of some hundred columns fit many times. */
  static final int MAX_HEAD_BYTES = 4 << 20;

  private static final byte[] FILE_MARK = {'A', 'R', 'R', 'O', 'W', '1', 0, 0};
  private static final int CONTINUATION = -1;

  private final long maxBodyBytes;
  private ByteBuffer head = ByteBuffer.allocate(0);
  private long bodyLeft;
  private boolean ended;

  ArrowFrames(InputStream in, long maxBodyBytes) throws IOException {
    super(in);
    this.maxBodyBytes = maxBodyBytes;
    byte[] first = in.readNBytes(FILE_MARK.length);
    if (!Signature.of(first).equals(Signature.ARROW)) {
      head = frame(first);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!head.hasRemaining() && bodyLeft == 0) {
      if (ended) {
        return -1;
      }
      head = frame(in.readNBytes(Integer.BYTES));
    }
    if (head.hasRemaining()) {
      int count = Math.min(length, head.remaining());
      head.get(into, offset, count);
      return count;
    }
    int read = in.read(into, offset, (int) Math.min(length, bodyLeft));
    if (read < 0) {
      throw tooShort();
    }
    bodyLeft -= read;
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** The head of the next frame, whole, of which some bytes were read. */
  private ByteBuffer frame(byte[] begun) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(begun);
    int length = number(bytes, 0);
    if (length == CONTINUATION) {
      length = number(bytes, Integer.BYTES);
    }
    int prefix = number(bytes, 0) == CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES;
    if (length < 0 || length > MAX_HEAD_BYTES) {
      throw new UnreadableFile("this is no Arrow stream or file, or it is damaged");
    }
    ended = length == 0;
    fill(bytes, prefix + length);
    if (!ended) {
      bodyLeft = bodyLength(bytes.toByteArray(), prefix);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private long bodyLength(byte[] frame, int prefix) throws UnreadableFile {
    long body;
    try {
      ByteBuffer metadata = ByteBuffer.wrap(frame, prefix, frame.length - prefix).slice();
      body = Message.getRootAsMessage(metadata.order(ByteOrder.LITTLE_ENDIAN)).bodyLength();
    } catch (RuntimeException damaged) {
      throw new UnreadableFile("the Arrow data is damaged; send the file again", damaged);
    }
    if (body < 0 || body > maxBodyBytes) {
      throw new UnreadableFile(
          "a record batch of more than " + maxBodyBytes + " bytes; write smaller batches");
    }
    return body;
  }

  private int number(ByteArrayOutputStream bytes, int at) throws IOException {
    fill(bytes, at + Integer.BYTES);
    return ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  private void fill(ByteArrayOutputStream bytes, int length) throws IOException {
    if (bytes.size() < length) {
      bytes.write(in.readNBytes(length - bytes.size()));
    }
    if (bytes.size() < length) {
      throw tooShort();
    }
  }

  private static UnreadableFile tooShort() {
    return new UnreadableFile("the Arrow data ends too early; send the file again");
  }
}
