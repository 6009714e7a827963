package org.xinyidai.benchmarks.resolution;

import org.xinyidai.models.subject.Uscc;

/**
 * A simulated enterprise as the register tells it (模拟主体); what is not told is empty.
 *
 * @param former name that it bore before
 * @param account number at the water works
 */
record SimulatedFirm(
    Uscc uscc,
    String name,
    String former,
    String address,
    String owner,
    String phone,
    String oldNumber,
    String account) {
  /** The organisation code inside the unified one. */
  String organisationCode() {
    return uscc.value().substring(8, 17);
  }
}
