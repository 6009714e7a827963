package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 or GB18030, whichever the file is in. ASCII is the same in both; the first byte
 * beyond ASCII brings the decision, on as many bytes as the buffer holds from there. A byte order
 * mark decides at once and is dropped. Bytes that cannot be decoded become U+FFFD, which the check
 * of the record refuses.
 */
final class TextReader extends Reader {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES / 2).flip();
  private @Nullable CharsetDecoder decoder;
  private boolean ended;
  private boolean flushed;

  TextReader(InputStream in) throws IOException {
    this.in = in;
    refill();
    refuseZeroBytes();
    if (bytes.remaining() >= 3
        && bytes.get(0) == (byte) 0xEF
        && bytes.get(1) == (byte) 0xBB
        && bytes.get(2) == (byte) 0xBF) {
      bytes.position(3);
      decoder = replacing(StandardCharsets.UTF_8);
    }
  }

  /** Text has none; UTF-16 without a mark has one beside every letter of ASCII. */
  private void refuseZeroBytes() throws UnreadableFile {
    for (int i = 0; i < bytes.limit(); i++) {
      if (bytes.get(i) == 0) {
        throw new UnreadableFile(
            "zero bytes: this is UTF-16 or no text; save it as UTF-8 or GB18030");
      }
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (flushed) {
        return -1;
      }
      chars.clear();
      if (decoder == null) {
        decodeAscii();
      } else {
        decode(decoder);
      }
      chars.flip();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void decode(CharsetDecoder decoder) throws IOException {
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isUnderflow()) {
      if (!ended) {
        refill();
      } else {
        flushed = decoder.flush(chars).isUnderflow();
      }
    }
  }

  private void decodeAscii() throws IOException {
    while (bytes.hasRemaining() && chars.hasRemaining() && bytes.get(bytes.position()) >= 0) {
      chars.put((char) bytes.get());
    }
    if (chars.position() > 0) {
      return;
    }
    refill();
    if (!bytes.hasRemaining()) {
      flushed = true;
    } else if (bytes.get(bytes.position()) < 0) {
      decoder = replacing(isUtf8(bytes.duplicate(), ended) ? StandardCharsets.UTF_8 : GB18030);
    }
  }

  /**
   * Whether the bytes are Chinese text in UTF-8. Two-byte sequences alone do not prove it, for many
   * pairs of GB18030 pass as such; Chinese characters take three bytes in UTF-8.
   */
  private static boolean isUtf8(ByteBuffer sample, boolean whole) {
    CharBuffer decoded = CharBuffer.allocate(sample.remaining());
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(sample, decoded, whole);
    if (result.isError()) {
      return false;
    }
    decoded.flip();
    boolean threeBytes = decoded.chars().anyMatch(c -> c >= 0x800);
    return threeBytes || !decodes(GB18030, decoded);
  }

  private static boolean decodes(Charset charset, CharBuffer utf8) {
    try {
      charset.newDecoder().decode(StandardCharsets.UTF_8.encode(utf8.duplicate()));
      return true;
    } catch (CharacterCodingException notThis) {
      return false;
    }
  }

  /** Fills the buffer as far as the input goes. */
  private void refill() throws IOException {
    bytes.compact();
    while (!ended && bytes.hasRemaining()) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (read < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + read);
      }
    }
    bytes.flip();
  }

  private static CharsetDecoder replacing(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }
}
