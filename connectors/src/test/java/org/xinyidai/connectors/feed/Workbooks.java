package org.xinyidai.connectors.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests, sound ones and such as no spreadsheet would write. */
final class Workbooks {
  private Workbooks() {}

  /** One sheet: a header line and rows whose cells are texts, numbers or {@link Formula}. */
  static byte[] of(String header, List<List<Object>> rows) {
    return sheet(
        (sheet, ignored) -> {
          String[] names = header.split(",", -1);
          for (int i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
          }
          for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
              put(sheet, row + 1, i, rows.get(row).get(i));
            }
          }
        });
  }

  /** A cell that is computed. */
  record Formula(String expression) {}

  static byte[] sheet(BiConsumer<Worksheet, Workbook> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book.newWorksheet("数据"), book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** The workbook with a part put in or replaced. */
  static byte[] with(byte[] workbook, String name, byte[] part) {
    Map<String, byte[]> parts = parts(workbook);
    parts.put(name, part);
    return zip(parts);
  }

  static byte[] withEmptyParts(byte[] workbook, int count) {
    Map<String, byte[]> parts = parts(workbook);
    for (int i = 0; i < count; i++) {
      parts.put("part" + i, new byte[0]);
    }
    return zip(parts);
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static String part(byte[] workbook, String name) {
    return new String(parts(workbook).get(name), UTF_8);
  }

  private static Map<String, byte[]> parts(byte[] workbook) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return parts;
  }

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    if (cell instanceof Formula formula) {
      sheet.formula(row, column, formula.expression());
    } else if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof Boolean flag) {
      sheet.value(row, column, flag);
    } else if (!cell.equals("")) {
      sheet.value(row, column, cell.toString());
    }
  }
}
