/**
 * Accepted facts with two clocks: the day a fact is about and the instant it became known. In:
 * rows. Out: what was known of an enterprise at any moment. Next is {@code standing}.
 */
@NullMarked
package org.xinyidai.models.history;

import org.jspecify.annotations.NullMarked;
