package org.xinyidai.models.distribution;

import java.nio.ByteBuffer;
import org.xinyidai.models.feature.MissingReason;

/**
 * The kept bytes of a distribution: present, sum of days, oldest day, the missing by code (8 each),
 * least and greatest (8 each), first cell and number of cells (4 each), the counts (4 each).
 */
public final class DistributionCodec {
  private static final int NUMBERS = 3 + MissingReason.values().length;

  private DistributionCodec() {}

  /** How many bytes it takes. */
  public static int size(Distribution distribution) {
    int cells = distribution.endCell() - distribution.firstCell();
    return (NUMBERS + 2) * Long.BYTES + (2 + cells) * Integer.BYTES;
  }

  public static void write(Distribution from, ByteBuffer to) {
    to.putLong(from.present()).putLong(from.daySum()).putLong(from.oldestDay());
    for (MissingReason reason : MissingReason.values()) {
      to.putLong(from.missing(reason));
    }
    to.putDouble(from.least()).putDouble(from.greatest());
    to.putInt(from.firstCell()).putInt(from.endCell() - from.firstCell());
    for (int cell = from.firstCell(); cell < from.endCell(); cell++) {
      to.putInt(from.count(cell));
    }
  }

  public static Distribution read(ByteBuffer from) {
    long[] numbers = new long[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      numbers[i] = from.getLong();
    }
    double least = from.getDouble();
    double greatest = from.getDouble();
    int first = from.getInt();
    int cells = from.getInt();
    Distribution distribution = new Distribution();
    for (int cell = first; cell < first + cells; cell++) {
      distribution.addToCell(cell, from.getInt());
    }
    distribution.restore(numbers, least, greatest);
    return distribution;
  }
}
