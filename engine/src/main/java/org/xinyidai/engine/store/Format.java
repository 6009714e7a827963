package org.xinyidai.engine.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The format of a store's keys and values, and the shard count it was installed with. */
final class Format {
  /** Raised by whoever changes a key or value layout, with a migration. */
  private static final int VERSION = 2;

  /** What a sealed store says of itself. */
  static final String SEALED = "" + VERSION;

  /** The same with values as they are. */
  private static final int UNSEALED = 1;

  static final byte[] VERSION_KEY = "format".getBytes(US_ASCII);
  private static final byte[] SHARDS_KEY = "shards".getBytes(US_ASCII);

  private Format() {}

  /** Writes both into a new store, checks them in an old one. */
  static Shards install(Path folder, GroupWriter writer, StoreOptions options) {
    try {
      return writer.submit(Act.PLATFORM, changes -> install(folder, changes, options)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException cause ? cause : e;
    }
  }

  private static Shards install(Path folder, Changes changes, StoreOptions options) {
    int expected = options.keyFile() == null ? UNSEALED : VERSION;
    Optional<byte[]> version = changes.get(Family.META, VERSION_KEY);
    Optional<byte[]> shards = changes.get(Family.META, SHARDS_KEY);
    if (version.isEmpty() || shards.isEmpty()) {
      changes.put(Family.META, VERSION_KEY, text(expected));
      changes.put(Family.META, SHARDS_KEY, text(options.shards()));
      return new Shards(options.shards());
    }
    if (number(version.get()) != expected) {
      throw Failures.ofNewerFormat(folder, "format " + number(version.get()));
    }
    return new Shards(number(shards.get()));
  }

  private static byte[] text(int number) {
    return Integer.toString(number).getBytes(US_ASCII);
  }

  private static int number(byte[] text) {
    return Integer.parseInt(new String(text, US_ASCII));
  }
}
