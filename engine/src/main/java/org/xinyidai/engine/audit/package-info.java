/**
 * The audit (审计). In comes what the store's audit and the log of reads hold; out go verified pages,
 * what breaks the chain, and signed heads that a third party keeps. Next room: {@code http}.
 */
@NullMarked
package org.xinyidai.engine.audit;

import org.jspecify.annotations.NullMarked;
