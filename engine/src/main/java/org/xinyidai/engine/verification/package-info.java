/**
 * Whether enterprises are who they say (实名认证): files claims, compares them with the register, has
 * small transfers made and confirmed, counts what A2 counts. In: claims, the bank's results,
 * entries, the office's decisions. Out: states, lists of transfers, notices. Next is {@code login}.
 */
@NullMarked
package org.xinyidai.engine.verification;

import org.jspecify.annotations.NullMarked;
