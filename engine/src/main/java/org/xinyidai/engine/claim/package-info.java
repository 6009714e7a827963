/**
 * Loans made outside the platform that lenders claim (平台外贷款认领). In: claims with evidence, the words
 * of enterprise and office. Out: confirmed loans, counted beside the platform's own, each with an
 * event for the outbox in the write that confirms it. Next is {@code complaint}.
 */
@NullMarked
package org.xinyidai.engine.claim;

import org.jspecify.annotations.NullMarked;
