package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Interval;

/** Collects the criteria of all products on one attribute and cuts the axis (属性轴构建). */
final class AxisBuilder {
  /**
   * The most bytes of exact bitmaps that one axis may take before its slots are told in blocks: a
   * few dozen axes then stay within the cache of one core.
   */
  private static final long MAX_EXACT_BYTES = 256 << 10;

  /** The most changes of products within a block: half of them are on the list of a slot. */
  private static final int MAX_CHANGES_PER_BLOCK = 16;

  private final int position;
  private final List<Toggle> toggles = new ArrayList<>();
  private final long[] below;
  private final long[] missing;

  AxisBuilder(int position, int products) {
    this.position = position;
    this.below = allOnes(products);
    this.missing = allOnes(products);
  }

  /** A product begins or ends to pass at a value. */
  private record Toggle(double at, int product) {}

  /** The one condition of a product on this attribute; several must be joined before. */
  void add(int product, AcceptedSet accepted) {
    set(missing, product, accepted.missingPasses());
    set(below, product, false);
    for (Interval interval : accepted.intervals()) {
      if (interval.from() == Double.NEGATIVE_INFINITY) {
        set(below, product, true);
      } else {
        toggles.add(new Toggle(interval.from(), product));
      }
      if (interval.to() != Double.POSITIVE_INFINITY) {
        // Plus zero, so that -0.0 is no cut beside 0.0.
        toggles.add(new Toggle(Math.nextUp(interval.to()) + 0.0, product));
      }
    }
  }

  /**
   * The size of block that suits the axis, as a power of two: exact bitmaps while they are small;
   * else as many slots as keep the lists of a slot short, which grow with the products that share a
   * cut.
   */
  int fittingShift() {
    long cuts = toggles.stream().mapToDouble(Toggle::at).distinct().count();
    if ((cuts + 1) * below.length * Long.BYTES <= MAX_EXACT_BYTES) {
      return 0;
    }
    int shift = 0;
    while (toggles.size() << (shift + 1) <= cuts * MAX_CHANGES_PER_BLOCK) {
      shift++;
    }
    return shift;
  }

  /**
   * @param shift slots per block as a power of two
   */
  Axis build(int shift) {
    toggles.sort(Comparator.comparingDouble(Toggle::at));
    double[] cuts = toggles.stream().mapToDouble(Toggle::at).distinct().toArray();
    int slots = cuts.length + 1;
    long[][] exact = new long[1 << shift][];
    long[][] blocks = new long[((slots - 1) >>> shift) + 1][];
    int[] starts = new int[slots + 1];
    ProductList lists = new ProductList();
    long[] now = below.clone();
    int next = 0;
    for (int slot = 0; slot < slots; slot++) {
      while (slot > 0 && next < toggles.size() && toggles.get(next).at() == cuts[slot - 1]) {
        int product = toggles.get(next++).product();
        now[product >>> 6] ^= 1L << product;
      }
      int inBlock = slot & (exact.length - 1);
      exact[inBlock] = now.clone();
      if (inBlock == exact.length - 1 || slot == slots - 1) {
        long[] block = union(exact, inBlock + 1);
        blocks[slot >>> shift] = block;
        for (int i = 0; i <= inBlock; i++) {
          addMissing(block, exact[i], lists);
          starts[slot - inBlock + i + 1] = lists.size;
        }
      }
    }
    SlotBitmaps bitmaps = new SlotBitmaps(shift, blocks, starts, lists.toArray());
    return new Axis(position, new Cuts(cuts), bitmaps, missing);
  }

  private static long[] union(long[][] bitmaps, int count) {
    long[] union = new long[bitmaps[0].length];
    for (int i = 0; i < count; i++) {
      for (int word = 0; word < union.length; word++) {
        union[word] |= bitmaps[i][word];
      }
    }
    return union;
  }

  private static void addMissing(long[] block, long[] exact, ProductList lists) {
    for (int word = 0; word < block.length; word++) {
      for (long left = block[word] & ~exact[word]; left != 0; left &= left - 1) {
        lists.add((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  static long[] allOnes(int products) {
    long[] bitmap = new long[(products + 63) >>> 6];
    Arrays.fill(bitmap, -1L);
    if ((products & 63) != 0) {
      bitmap[bitmap.length - 1] = (1L << products) - 1;
    }
    return bitmap;
  }

  private static void set(long[] bitmap, int product, boolean value) {
    long bit = 1L << product;
    bitmap[product >>> 6] = value ? bitmap[product >>> 6] | bit : bitmap[product >>> 6] & ~bit;
  }

  /** A growing list of product numbers. */
  private static final class ProductList {
    private char[] items = new char[64];
    private int size;

    void add(int product) {
      if (size == items.length) {
        items = Arrays.copyOf(items, size * 2);
      }
      items[size++] = (char) product;
    }

    char[] toArray() {
      return Arrays.copyOf(items, size);
    }
  }
}
