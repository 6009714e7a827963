package org.xinyidai.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * Wrong codes by the office that registers them (错码责任台账, C21): how many codes of each first
 * character were refused, by cell. A row without any code is nobody's error and not counted.
 */
public final class CodeFaults {
  /** Stands before the keys, so that they are not among the tallies of a month. */
  private static final String PREFIX = "code\0";

  private CodeFaults() {}

  /** Where a wrong code was reported, and what it begins with. */
  public record Fault(Cell cell, char first) {}

  /** Adds counts in the change that stores the refused rows. */
  public static void add(Changes changes, Map<Fault, Long> counts) {
    counts.forEach(
        (fault, count) -> {
          byte[] key = (PREFIX + fault.cell().key() + "\0" + fault.first()).getBytes(UTF_8);
          long before =
              changes.get(Family.LEDGER, key).map(v -> ByteBuffer.wrap(v).getLong()).orElse(0L);
          changes.put(
              Family.LEDGER, key, ByteBuffer.allocate(Long.BYTES).putLong(before + count).array());
        });
  }

  /** The counts of a month. */
  public static Map<Fault, Long> month(Store store, YearMonth month) {
    return store.read(
        view -> {
          Map<Fault, Long> counts =
              new TreeMap<>(Comparator.comparing(Fault::cell).thenComparing(Fault::first));
          byte[] prefix = (PREFIX + month + "\0").getBytes(UTF_8);
          try (Cursor cursor = view.scan(Family.LEDGER, prefix)) {
            while (cursor.next()) {
              String key = new String(cursor.key(), UTF_8).substring(PREFIX.length());
              int divider = key.lastIndexOf('\0');
              counts.put(
                  new Fault(Cell.ofKey(key.substring(0, divider)), key.charAt(divider + 1)),
                  ByteBuffer.wrap(cursor.value()).getLong());
            }
          }
          return counts;
        });
  }
}
