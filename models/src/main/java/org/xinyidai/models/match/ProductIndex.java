package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.Arrays;
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
   * The most products of one index: lists of them take two bytes each, and no market is near it.
   */
  public static final int MAX_PRODUCTS = 1 << 16;

  private static final int JOINED_AT_ONCE = 4;

  private final List<LoanProduct> products;
  private final CompiledRules rules;
  private final Axis[] axes;
  private final int words;
  private final long[] all;

  private ProductIndex(List<LoanProduct> products, CompiledRules rules, Axis[] axes) {
    this.products = products;
    this.rules = rules;
    this.axes = axes;
    this.words = (products.size() + 63) >>> 6;
    this.all = AxisBuilder.allOnes(products.size());
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
   * Builds it with one size of block on every axis, for comparison.
   *
   * @param shift slots per block as a power of two, 0 for exact bitmaps
   */
  public static ProductIndex buildInBlocks(
      AttributeCatalogue catalogue, List<LoanProduct> products, LocalDate day, int shift) {
    return build(CompiledProduct.inEffect(products, catalogue, day), shift);
  }

  /**
   * Builds it of compiled products.
   *
   * @param shift as above for all axes; below 0 to choose by size
   */
  static ProductIndex build(List<CompiledProduct> products, int shift) {
    return build(products, CompiledRules.NONE, shift);
  }

  /** The same behind hard rules, which are asked once and not for each product. */
  static ProductIndex build(List<CompiledProduct> products, CompiledRules rules, int shift) {
    if (products.size() > MAX_PRODUCTS) {
      throw new IllegalArgumentException(products.size() + " products, at most " + MAX_PRODUCTS);
    }
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
            .map(axis -> axis.build(shift >= 0 ? shift : axis.fittingShift()))
            .toArray(Axis[]::new);
    List<LoanProduct> named = products.stream().map(CompiledProduct::product).toList();
    return new ProductIndex(named, rules, axes);
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
    if (!rules.hold(values)) {
      Arrays.fill(eligible, 0, words, 0);
      return;
    }
    int[] slots = new int[axes.length];
    long[][] bitmaps = new long[axes.length + JOINED_AT_ONCE][];
    for (int i = 0; i < axes.length; i++) {
      slots[i] = axes[i].slot(values[axes[i].position()]);
      bitmaps[i] = axes[i].bitmap(slots[i]);
    }
    Arrays.fill(bitmaps, axes.length, bitmaps.length, all);
    System.arraycopy(all, 0, eligible, 0, words);
    for (int i = 0; i < axes.length; i += JOINED_AT_ONCE) {
      join(eligible, bitmaps, i);
    }
    for (int i = 0; i < axes.length; i++) {
      axes[i].clearFailing(slots[i], eligible);
    }
  }

  /** Several bitmaps in one pass, so that the result is read and written less often. */
  private static void join(long[] eligible, long[][] bitmaps, int first) {
    long[] a = bitmaps[first];
    long[] b = bitmaps[first + 1];
    long[] c = bitmaps[first + 2];
    long[] d = bitmaps[first + 3];
    for (int w = 0; w < eligible.length; w++) {
      eligible[w] &= a[w] & b[w] & c[w] & d[w];
    }
  }

  private static Map<Integer, AcceptedSet> byAttribute(CompiledProduct product) {
    Map<Integer, AcceptedSet> joined = new HashMap<>();
    for (AcceptedSet accepted : product.accepted()) {
      joined.merge(accepted.position(), accepted, AcceptedSet::and);
    }
    return joined;
  }
}
