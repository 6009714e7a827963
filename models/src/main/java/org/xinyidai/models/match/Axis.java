package org.xinyidai.models.match;

/**
 * One attribute's axis, cut by the thresholds of all products into slots (属性轴): for each slot, and
 * for a missing value, the products whose criterion on this attribute passes there. Products
 * without one pass everywhere.
 */
final class Axis {
  private final int position;
  private final Cuts cuts;
  private final SlotBitmaps slots;
  private final long[] missing;

  /**
   * Takes the arrays as they are.
   *
   * @param position of the attribute
   * @param cuts ascending; slot i holds the values from {@code cuts[i - 1]} to below {@code
   *     cuts[i]}
   * @param missing the products that pass without a value
   */
  Axis(int position, Cuts cuts, SlotBitmaps slots, long[] missing) {
    this.position = position;
    this.cuts = cuts;
    this.slots = slots;
    this.missing = missing;
  }

  int position() {
    return position;
  }

  /** The slot of a value; -1 when it is missing. */
  int slot(double value) {
    return Double.isNaN(value) ? -1 : cuts.notAbove(value);
  }

  /** The products that may pass in a slot; exact once {@link #clearFailing} was asked as well. */
  long[] bitmap(int slot) {
    return slot < 0 ? missing : slots.block(slot);
  }

  void clearFailing(int slot, long[] eligible) {
    if (slot >= 0) {
      slots.clearFailing(slot, eligible);
    }
  }

  /** Bytes held by the arrays of this axis. */
  long bytes() {
    return slots.bytes() + cuts.bytes() + (long) missing.length * Long.BYTES;
  }
}
