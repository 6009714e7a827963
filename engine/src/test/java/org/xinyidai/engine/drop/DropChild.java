package org.xinyidai.engine.drop;

import java.nio.file.Path;
import org.xinyidai.connectors.drop.DropFolder;
import org.xinyidai.connectors.drop.DropLimits;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;

/** The process that {@link DropCrashTest} kills: empties a drop folder. */
final class DropChild {
  private DropChild() {}

  /** Arguments: the state folder and the drop folder. */
  public static void main(String[] args) throws Exception {
    try (Store store = Store.open(Path.of(args[0]), StoreOptions.small());
        DropFolder folder = DropFolder.open(Path.of(args[1]))) {
      DropIntake intake = new DropIntake(new Ingest(store), DropLimits.STANDARD);
      System.out.println("open");
      while (intake.round(folder, settled -> System.out.println(settled.name())) > 0) {
        System.out.println("round");
      }
    }
    System.out.println("done");
  }
}
