package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.xinyidai.engine.store.StoreException.Category;

/**
 * Makes a sealed store of one that was written before values were sealed (明文存储迁移). Entries go over
 * as they are, with the audit and its numbers; the old folder is only read.
 */
public final class SealedCopy {
  /** Bytes of one write: enough to make its sync cheap. */
  private static final long PAGE_BYTES = 1L << 20;

  private SealedCopy() {}

  /**
   * Copies a store.
   *
   * @param to a folder that holds nothing yet
   * @param told now and then how many entries were copied
   * @return entries copied
   * @throws StoreException USER when the old one is sealed already or the new one is there
   */
  public static long of(Path from, Path to, Path keyFile, LongConsumer told) {
    if (!Files.exists(from.resolve("CURRENT"))) {
      throw new StoreException(Category.USER, from + " is no state folder; check --from");
    }
    if (Files.exists(to.resolve("CURRENT"))) {
      throw new StoreException(Category.USER, to + " holds a state already; choose another folder");
    }
    StoreOptions clear = StoreOptions.standard();
    try {
      Files.createDirectories(to);
    } catch (IOException e) {
      throw new StoreException(Category.USER, to + " cannot be made; choose another", e);
    }
    try (Database source = Database.open(from, clear, InstantSource.system());
        Database target = Database.open(to, clear.sealedBy(keyFile), InstantSource.system())) {
      Copy copy = new Copy(source, target, told);
      for (Family family : Family.values()) {
        if (family != Family.META) {
          copy.family(family);
        }
      }
      copy.family(Family.META); // the format comes last: without it the copy is not taken for one
      copy.write();
      return copy.done;
    }
  }

  /** What was copied so far. */
  private static final class Copy {
    private final Database source;
    private final Database target;
    private final LongConsumer told;
    private Overlay page;
    private long bytes;
    private long done;

    Copy(Database source, Database target, LongConsumer told) {
      this.source = source;
      this.target = target;
      this.told = told;
      page = new Overlay(target, Instant.EPOCH);
    }

    void family(Family family) {
      source.forEachStored(
          family,
          new byte[0],
          (key, value) -> {
            boolean isFormat = family == Family.META && Arrays.equals(key, Format.VERSION_KEY);
            page.put(family, key, isFormat ? Format.SEALED.getBytes(US_ASCII) : value);
            bytes += key.length + value.length;
            done++;
            if (bytes >= PAGE_BYTES && family != Family.META) {
              write();
            }
            return true;
          });
    }

    void write() {
      page.keep();
      target.write(page);
      page = new Overlay(target, Instant.EPOCH);
      bytes = 0;
      told.accept(done);
    }
  }
}
