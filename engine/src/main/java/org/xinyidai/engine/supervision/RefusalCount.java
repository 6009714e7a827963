package org.xinyidai.engine.supervision;

import org.xinyidai.models.financing.application.DenialReason;

/**
 * How often lenders gave a reason (拒贷原因统计).
 *
 * @param declined before the application was taken on (不予受理)
 * @param refused after it was looked into (审批未通过)
 */
public record RefusalCount(DenialReason reason, long declined, long refused) {
  public long all() {
    return declined + refused;
  }
}
