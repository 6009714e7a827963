/**
 * Whether who acts for an enterprise is who it says (实名认证): a claim, its comparison with the
 * register, a small transfer to the enterprise's own account, and what comes of it. In: what the
 * enterprise claims and enters, what the register holds, what the office decides. Out: the state
 * that A2 counts. Beside the path; next is {@code record}.
 */
@NullMarked
package org.xinyidai.models.verification;

import org.jspecify.annotations.NullMarked;
