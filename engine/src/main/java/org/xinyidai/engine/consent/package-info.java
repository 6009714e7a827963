/**
 * Consents (授权). In comes what an enterprise allows a lender to read, for what and until when; out
 * goes whether a reading is allowed now, and a receipt. Next room: {@code http}, whose gate asks at
 * every read.
 */
@NullMarked
package org.xinyidai.engine.consent;

import org.jspecify.annotations.NullMarked;
