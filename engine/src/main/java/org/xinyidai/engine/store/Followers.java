package org.xinyidai.engine.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know which keys of a family change (变更订阅), so that derived state can follow. */
final class Followers {
  private final Map<Family, List<Consumer<byte[]>>> byFamily = new ConcurrentHashMap<>();

  void add(Family family, Consumer<byte[]> told) {
    byFamily.computeIfAbsent(family, each -> new CopyOnWriteArrayList<>()).add(told);
  }

  /** Tells what a group put or deleted, once it is written. */
  void tell(Overlay overlay) {
    byFamily.forEach(
        (family, followers) -> {
          SortedPuts puts = overlay.entries().get(family);
          for (int place = 0; puts != null && place < puts.size(); place++) {
            byte[] key = puts.key(place);
            followers.forEach(told -> told.accept(key));
          }
        });
  }
}
