/**
 * Reads the State Council's holiday notices. In: JSON, ours or the operator's. Out: a working
 * calendar of {@code models}.
 */
@NullMarked
package org.xinyidai.connectors.calendar;

import org.jspecify.annotations.NullMarked;
