package org.xinyidai.engine.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much heap the process took at most (堆内存). */
final class HeapText {
  private static final int MEBIBYTES = 20;

  private HeapText() {}

  /** Sums the peaks of the pools, so rather too much than too little. */
  static String peak() {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    long most = Runtime.getRuntime().maxMemory();
    return "at most %,d MiB of %,d MiB".formatted(peak >> MEBIBYTES, most >> MEBIBYTES);
  }
}
