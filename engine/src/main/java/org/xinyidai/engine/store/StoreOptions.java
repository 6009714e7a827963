package org.xinyidai.engine.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a store, each with a bound.
 *
 * @param shards partitions of a new store, 1 to 256; a store keeps the number it was installed with
 * @param writeBufferBytes memory of one write buffer of a bulk family: larger means fewer flushes
 * @param cacheBytes memory for blocks read from disk, shared by all families
 * @param walBytes log size that forces a flush of small families; bounds the replay at open
 * @param queueCommands commands that may wait; past it a caller is told EXHAUSTED at once, for a
 *     longer queue adds waiting and no throughput
 * @param groupCommands commands that share one sync; bounds how long the first of them waits
 * @param groupBytes bytes that share one sync: small changes gather, a large one goes alone, for it
 *     makes its sync cheap by itself and others would only search it
 * @param quotaBytes most bytes of table files, 0 for as much as the disk holds
 * @param keyFile of the master key under which values are sealed; null leaves them as they are, for
 *     tests and measurements alone
 */
public record StoreOptions(
    int shards,
    long writeBufferBytes,
    long cacheBytes,
    long walBytes,
    int queueCommands,
    int groupCommands,
    long groupBytes,
    long quotaBytes,
    @Nullable Path keyFile) {
  private static final long MEBIBYTE = 1L << 20;

  public StoreOptions {
    Shards.check(shards);
    if (queueCommands < 1 || groupCommands < 1 || groupBytes < 1 || quotaBytes < 0) {
      throw new IllegalArgumentException("bounds of a store must be positive");
    }
  }

  /** What a node of two cores and a few gigabytes of memory runs well with. */
  public static StoreOptions standard() {
    return new StoreOptions(
        64, 64 * MEBIBYTE, 128 * MEBIBYTE, 512 * MEBIBYTE, 1_024, 256, MEBIBYTE / 4, 0, null);
  }

  /** Small buffers, for tests that write little or want to see flushes. */
  public static StoreOptions small() {
    return new StoreOptions(64, MEBIBYTE, 8 * MEBIBYTE, 8 * MEBIBYTE, 64, 16, MEBIBYTE, 0, null);
  }

  public StoreOptions withShards(int newShards) {
    return with(newShards, quotaBytes, keyFile);
  }

  public StoreOptions withQuotaBytes(long newQuotaBytes) {
    return with(shards, newQuotaBytes, keyFile);
  }

  /** With values sealed under the master key of a file. */
  public StoreOptions sealedBy(Path newKeyFile) {
    return with(shards, quotaBytes, newKeyFile);
  }

  private StoreOptions with(int newShards, long newQuotaBytes, @Nullable Path newKeyFile) {
    return new StoreOptions(
        newShards,
        writeBufferBytes,
        cacheBytes,
        walBytes,
        queueCommands,
        groupCommands,
        groupBytes,
        newQuotaBytes,
        newKeyFile);
  }
}
