package org.xinyidai.engine.demo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;

/**
 * What a demonstration's state holds (演示数据标记): simulated or real, from which seed or folder, and on
 * which day it is asked. A state that holds one thing is never mixed with another.
 *
 * @param content what fills it, such as {@code simulated city, seed 1, 5000 enterprises}
 * @param asOf the day on which its answers are stated, ISO
 */
public record DemoState(String content, String asOf, boolean simulated) {
  private static final byte[] KEY = "demo".getBytes(StandardCharsets.US_ASCII);
  private static final String SIMULATED = "simulated";
  private static final String REAL = "real";

  /** What the store says of itself; empty for a platform in earnest. */
  public static Optional<DemoState> find(Store store) {
    return store.read(view -> view.get(Family.META, KEY)).map(DemoState::read);
  }

  /**
   * Claims an empty store for this content, or finds that it holds just that.
   *
   * @throws StoreException USER when it holds something else
   */
  void claim(Store store) {
    Optional<DemoState> held =
        store.execute(
            changes -> {
              Optional<DemoState> before = changes.get(Family.META, KEY).map(DemoState::read);
              if (before.isEmpty()) {
                changes.put(Family.META, KEY, write());
              }
              return before;
            });
    if (held.isPresent() && !held.get().equals(this)) {
      throw new StoreException(
          Category.USER,
          "the state holds another demonstration (%s); name another folder with --state"
              .formatted(held.get().content()));
    }
  }

  private byte[] write() {
    String text = (simulated ? SIMULATED : REAL) + "\n" + asOf + "\n" + content;
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static DemoState read(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
    return new DemoState(lines[2], lines[1], lines[0].equals(SIMULATED));
  }
}
