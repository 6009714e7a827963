package org.xinyidai.engine.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.YearMonth;
import java.util.zip.GZIPOutputStream;
import org.xinyidai.engine.simulation.life.Census;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Snapshot;
import org.xinyidai.engine.simulation.office.Buffer;
import org.xinyidai.models.record.Feed;

/**
 * One file that an office of the simulated city sends (模拟数据交付): a feed's rows of a month, as raw
 * bytes in the form that the office keeps to. Written when asked for, each time the same, in
 * bounded memory; may be written by any thread.
 */
public final class Delivery {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Rows are handed on when so many bytes have gathered. */
  private static final int CHUNK_BYTES = 1 << 16;

  private final Feed<?> feed;
  private final Census census;
  private final Snapshot snapshot;
  private final Trouble trouble;
  private final Instant knownAt;

  Delivery(Feed<?> feed, Census census, Snapshot snapshot, Trouble trouble, Instant knownAt) {
    this.feed = feed;
    this.census = census;
    this.snapshot = snapshot;
    this.trouble = trouble;
    this.knownAt = knownAt;
  }

  public Feed<?> feed() {
    return feed;
  }

  /** The month that the delivery is about; late rows may be about the two before. */
  public YearMonth month() {
    return CityPlan.month(snapshot.month());
  }

  /** When the office delivered: by the 4th of the month after (C6), or later with trouble. */
  public Instant knownAt() {
    return knownAt;
  }

  /** Says that it is simulated; its end tells CSV or NDJSON, and gzip. */
  public String fileName() {
    YearMonth month = month();
    String stamp = "%d%02d".formatted(month.getYear(), month.getMonthValue());
    return "simulated-" + feed.id() + "-" + stamp + FileForm.of(feed).suffix();
  }

  /** What makes the file the same again, byte for byte, in one line. */
  public String identity() {
    return "%s of %d in %s, %s, %s"
        .formatted(fileName(), snapshot.residents().size(), census.plan(), trouble, feed.id());
  }

  /** Writes the file and tells what is in it; the stream stays open. */
  public Tally writeTo(OutputStream out) throws IOException {
    if (!FileForm.of(feed).gzip()) {
      return writePlain(out);
    }
    GZIPOutputStream gzip = new GZIPOutputStream(out);
    Tally tally = writePlain(gzip);
    gzip.finish();
    return tally;
  }

  /** The whole file in memory. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writeTo(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot fail", impossible);
    }
    return out.toByteArray();
  }

  /** What is in the file; as much work as writing it. */
  public Tally tally() {
    try {
      return writeTo(OutputStream.nullOutputStream());
    } catch (IOException impossible) {
      throw new UncheckedIOException("nowhere cannot fail", impossible);
    }
  }

  private Tally writePlain(OutputStream out) throws IOException {
    Sheet sheet = new Sheet(feed, census, snapshot, trouble);
    Buffer buffer = new Buffer();
    if (FileForm.of(feed).encoding() == FileForm.Encoding.UTF_8_WITH_MARK) {
      buffer.bytes(BYTE_ORDER_MARK);
    }
    buffer.bytes(sheet.header());
    while (sheet.next(buffer)) {
      if (buffer.size() >= CHUNK_BYTES) {
        flush(buffer, out);
      }
    }
    flush(buffer, out);
    return sheet.tally();
  }

  /** Only whole rows are flushed, so no character is cut. */
  private void flush(Buffer buffer, OutputStream out) throws IOException {
    if (FileForm.of(feed).encoding() == FileForm.Encoding.GB18030) {
      out.write(new String(buffer.array(), 0, buffer.size(), UTF_8).getBytes(GB18030));
    } else {
      out.write(buffer.array(), 0, buffer.size());
    }
    buffer.clear();
  }
}
