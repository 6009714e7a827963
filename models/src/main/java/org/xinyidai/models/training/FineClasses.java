package org.xinyidai.models.training;

/** Ordered classes with their counts, before the optimal cut (细分箱). */
final class FineClasses {
  private final long[] goods;
  private final long[] bads;

  /**
   * @param goods per class
   * @param bads per class
   */
  FineClasses(long[] goods, long[] bads) {
    this.goods = goods;
    this.bads = bads;
  }

  long[] goods() {
    return goods;
  }

  long[] bads() {
    return bads;
  }

  int size() {
    return goods.length;
  }
}
