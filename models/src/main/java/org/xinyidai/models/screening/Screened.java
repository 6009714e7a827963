package org.xinyidai.models.screening;

import org.xinyidai.models.subject.Uscc;

/** An enterprise that a screen found (入选企业), with all that was asked or may be shown of it. */
public final class Screened {
  private final ScreeningIndex index;
  private final int row;

  Screened(ScreeningIndex index, int row) {
    this.index = index;
    this.row = row;
  }

  public Uscc uscc() {
    return index.uscc(row);
  }

  /** A place among others, as a secret shuffles them (随机次序): equal for equal secrets. */
  public long shuffled(long secret) {
    return Columns.mix(Columns.mix(hash() ^ secret) + Columns.mix(~secret));
  }

  /** The value of an attribute; NaN where missing. */
  public double value(int position) {
    return index.value(row, position);
  }

  /** Puts a value at the place of this row, if it is a row of that index. */
  void put(ScreeningIndex into, double[] values, double value) {
    if (into == index) {
      values[row] = value;
    }
  }

  /** A number that depends on the enterprise alone; the sum of several tells a group apart. */
  long hash() {
    return index.hash(row);
  }
}
