package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.Validated.Rejected;
import org.xinyidai.models.record.VatInvoice;

/** Small files for tests, and everything a reader says of them. */
final class FeedBytes {
  static final String USCC = "91350100M000100Y43";
  static final String HEADER = "统一社会信用代码,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态";
  static final String INVOICE = USCC + ",3390939,2017-07-18,A00297,-943.40,-56.60,-1000.00,有效发票";
  static final LocalDate RECEIVED = LocalDate.of(2024, 4, 30);

  private FeedBytes() {}

  static byte[] utf8(String... lines) {
    return in(UTF_8, lines);
  }

  static byte[] in(Charset charset, String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(charset);
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toByteArray();
  }

  static Outcome csv(byte[] bytes) throws UnreadableFile {
    return read(VatInvoice.OUTPUT, bytes, Format.CSV, ReadLimits.DEFAULT);
  }

  static Outcome ndjson(byte[] bytes) throws UnreadableFile {
    return read(VatInvoice.OUTPUT, bytes, Format.NDJSON, ReadLimits.DEFAULT);
  }

  static Outcome read(Feed<?> feed, byte[] bytes, Format format, ReadLimits limits)
      throws UnreadableFile {
    Outcome outcome = new Outcome();
    try (FeedReader reader =
        FeedReader.open(
            Reading.of(feed, "f").within(limits), new ByteArrayInputStream(bytes), format)) {
      while (reader.next()) {
        outcome.received++;
        outcome.lines.add(reader.current().line());
        outcome.raw.add(reader.current().raw());
        Validated<Row> row = reader.current().validate(feed, RECEIVED);
        if (row instanceof Accepted<Row> accepted) {
          outcome.accepted.add(accepted.value());
        } else if (row instanceof Rejected<Row> rejected) {
          outcome.rejected.add(rejected.reason() + " " + rejected.field());
        }
      }
      outcome.ignored.addAll(reader.ignoredColumns());
    } catch (UnreadableFile unreadable) {
      throw unreadable;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return outcome;
  }

  /** What was read, in order. */
  static final class Outcome {
    long received;
    final List<Row> accepted = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<String> raw = new ArrayList<>();
    final List<String> ignored = new ArrayList<>();
  }
}
