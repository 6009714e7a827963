package org.xinyidai.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts of one family in order of key, the newest value of each. Made for puts that come in order:
 * each of those costs one comparison, and so does asking for a key behind the last.
 */
final class SortedPuts {
  private static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

  private List<byte[]> keys = new ArrayList<>();
  private List<byte[]> values = new ArrayList<>();

  void put(byte[] key, byte[] value) {
    if (isBehindLast(key)) {
      keys.add(key);
      values.add(value);
      return;
    }
    int at = Collections.binarySearch(keys, key, ORDER);
    if (at >= 0) {
      values.set(at, value);
    } else {
      keys.add(-at - 1, key);
      values.add(-at - 1, value);
    }
  }

  byte @Nullable [] get(byte[] key) {
    if (isBehindLast(key)) {
      return null;
    }
    int at = Collections.binarySearch(keys, key, ORDER);
    return at >= 0 ? values.get(at) : null;
  }

  /** Takes all of the newer puts; of equal keys they win. */
  void merge(SortedPuts newer) {
    SortedPuts both = new SortedPuts();
    int mine = 0;
    for (int i = 0; i < newer.size(); i++) {
      byte[] key = newer.key(i);
      while (mine < size() && ORDER.compare(key(mine), key) < 0) {
        both.put(key(mine), value(mine));
        mine++;
      }
      both.put(key, newer.value(i));
      if (mine < size() && ORDER.compare(key(mine), key) == 0) {
        mine++;
      }
    }
    for (; mine < size(); mine++) {
      both.put(key(mine), value(mine));
    }
    keys = both.keys;
    values = both.values;
  }

  int size() {
    return keys.size();
  }

  byte[] key(int place) {
    return keys.get(place);
  }

  byte[] value(int place) {
    return values.get(place);
  }

  private boolean isBehindLast(byte[] key) {
    return keys.isEmpty() || ORDER.compare(key, keys.get(keys.size() - 1)) > 0;
  }
}
