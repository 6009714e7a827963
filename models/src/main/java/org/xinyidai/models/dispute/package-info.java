/**
 * What an enterprise does about a fact it disputes or wants repaired (异议与信用修复), with the clocks of
 * the law. In: events of a case. Out: the case's state, its deadlines, and the vector without the
 * disputed fact's effect. Next is {@code score}.
 */
@NullMarked
package org.xinyidai.models.dispute;

import org.jspecify.annotations.NullMarked;
