package org.xinyidai.engine.ingest;

import java.nio.file.Path;
import java.time.Instant;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.VatInvoice;

/**
 * The process that {@link CrashTest} kills: takes files into a store and tells each durable step.
 */
final class CrashChild {
  static final Instant KNOWN = Instant.parse("2024-06-01T00:00:00Z");
  static final int CHUNK_ROWS = 64;

  private CrashChild() {}

  /** Arguments: the state folder, then the files in order. */
  public static void main(String[] args) throws Exception {
    try (Store store = Store.open(Path.of(args[0]), StoreOptions.small())) {
      Ingest ingest = new Ingest(store, CHUNK_ROWS);
      for (int i = 1; i < args.length; i++) {
        ingest.takeFile(
            VatInvoice.OUTPUT,
            Path.of(args[i]),
            KNOWN,
            receipt -> System.out.println(receipt.batch().id() + " " + receipt.lastLine()));
      }
    }
    System.out.println("done");
  }
}
