package org.xinyidai.models.match;

/**
 * For each slot of an axis the products that pass in it (区间位图). Slots are told in blocks of {@code
 * 2^shift}: a block has one bitmap, the products that pass somewhere inside it, and each slot lists
 * those of them that fail in the slot itself. With shift 0 the bitmaps are exact and the lists are
 * empty; a greater shift takes far less memory where nearly every product has thresholds of its
 * own.
 */
final class SlotBitmaps {
  private final int shift;
  private final long[][] blocks;
  private final int[] starts;
  private final char[] failing;

  /**
   * Takes the arrays as they are.
   *
   * @param blocks a bitmap of products per block
   * @param starts where each slot's list begins in {@code failing}, and at last its end
   * @param failing products of a block that fail in a slot, list after list; two bytes each, since
   *     reading them is what a lookup costs
   */
  SlotBitmaps(int shift, long[][] blocks, int[] starts, char[] failing) {
    this.shift = shift;
    this.blocks = blocks;
    this.starts = starts;
    this.failing = failing;
  }

  /** The products that pass in the block of a slot. */
  long[] block(int slot) {
    return blocks[slot >>> shift];
  }

  /** Takes those out that fail in the slot. */
  void clearFailing(int slot, long[] eligible) {
    int end = starts[slot + 1];
    for (int i = starts[slot]; i < end; i++) {
      int product = failing[i];
      eligible[product >>> 6] &= ~(1L << product);
    }
  }

  long bytes() {
    long bitmaps = (long) blocks.length * blocks[0].length * Long.BYTES;
    return bitmaps + (long) starts.length * Integer.BYTES + (long) failing.length * Character.BYTES;
  }
}
