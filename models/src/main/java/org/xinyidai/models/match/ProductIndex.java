package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;

/**
 * The products of one day as interval bitmaps (区间位图索引): an enterprise finds its slot on each axis,
 * and the bitmaps of those slots are joined by AND. Says the same as {@link LoopMatcher#eligible}.
 * Immutable, safe for many threads; built anew when a product or the day changes.
 */
public final class ProductIndex {
  /**
   * The most bytes of exact bitmaps that one axis may take before its slots are told in blocks: a
   * few dozen axes then stay within the cache of one core.
   */
  static final long MAX_EXACT_BYTES = 256 << 10;

  /** Slots per block as a power of two, where exact bitmaps would be too large. */
  static final int BLOCK_SHIFT = 5;

  private final List<LoanProduct> products;
  private final Axis[] axes;
  private final int words;

  private ProductIndex(List<LoanProduct> products, Axis[] axes) {
    this.products = products;
    this.axes = axes;
    this.words = (products.size() + 63) >>> 6;
  }

  /**
   * Builds the index of a day.
   *
   * @param products those not in effect on the day are left out
   * @param day on which matches are asked
   */
  public static ProductIndex build(
      AttributeCatalogue catalogue, List<LoanProduct> products, LocalDate day) {
    return build(CompiledProduct.inEffect(products, catalogue, day), -1);
  }

  /**
   * Builds it with one representation.
   *
   * @param shift slots per block as a power of two, for all axes; below 0 to choose by size
   */
  static ProductIndex build(List<CompiledProduct> products, int shift) {
    Map<Integer, AxisBuilder> builders = new TreeMap<>();
    for (int i = 0; i < products.size(); i++) {
      int product = i;
      byAttribute(products.get(i))
          .forEach(
              (position, accepted) ->
                  builders
                      .computeIfAbsent(position, p -> new AxisBuilder(p, products.size()))
                      .add(product, accepted));
    }
    Axis[] axes =
        builders.values().stream()
            .map(axis -> axis.build(shift >= 0 ? shift : shiftFor(axis.slots(), products.size())))
            .toArray(Axis[]::new);
    return new ProductIndex(products.stream().map(CompiledProduct::product).toList(), axes);
  }

  /** The products in effect, in the order in which {@link #eligible} numbers them. */
  public List<LoanProduct> products() {
    return products;
  }

  /** Longs that {@link #eligible(double[], long[])} fills. */
  public int words() {
    return words;
  }

  /** Bytes that the index holds beside the products. */
  public long bytes() {
    long bytes = 0;
    for (Axis axis : axes) {
      bytes += axis.bytes();
    }
    return bytes;
  }

  /** Which products' criteria all hold; what is asked for and limits are not looked at. */
  public BitSet eligible(Candidate candidate) {
    long[] eligible = new long[words];
    eligible(candidate.rawValues(), eligible);
    return BitSet.valueOf(eligible);
  }

  /**
   * The same without a candidate, for many at once.
   *
   * @param values one per attribute of the catalogue, NaN where missing
   * @param eligible {@link #words} longs, overwritten; bit i stands for product i
   */
  public void eligible(double[] values, long[] eligible) {
    int[] slots = new int[axes.length];
    long[] first = AxisBuilder.allOnes(products.size());
    System.arraycopy(first, 0, eligible, 0, words);
    for (int i = 0; i < axes.length; i++) {
      slots[i] = axes[i].slot(values[axes[i].position()]);
      long[] bitmap = axes[i].bitmap(slots[i]);
      for (int w = 0; w < eligible.length; w++) {
        eligible[w] &= bitmap[w];
      }
    }
    for (int i = 0; i < axes.length; i++) {
      axes[i].clearFailing(slots[i], eligible);
    }
  }

  private static Map<Integer, AcceptedSet> byAttribute(CompiledProduct product) {
    Map<Integer, AcceptedSet> joined = new HashMap<>();
    for (AcceptedSet accepted : product.accepted()) {
      joined.merge(accepted.position(), accepted, AcceptedSet::and);
    }
    return joined;
  }

  private static int shiftFor(int slots, int products) {
    long exactBytes = (long) slots * ((products + 63) >>> 6) * Long.BYTES;
    return exactBytes <= MAX_EXACT_BYTES ? 0 : BLOCK_SHIFT;
  }
}
