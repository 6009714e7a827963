package org.xinyidai.models.training;

/**
 * Ordered classes with their counts, before the optimal cut (细分箱).
 *
 * @param goods per class
 * @param bads per class
 */
record FineClasses(long[] goods, long[] bads) {
  int size() {
    return goods.length;
  }
}
