/**
 * Finds whose record it is when a record has no code (主体归集). In: what the record says of its
 * enterprise, and the register. Out: the enterprise, a case for a person, or nothing yet. Next is
 * {@code cleaning}.
 */
@NullMarked
package org.xinyidai.engine.resolution;

import org.jspecify.annotations.NullMarked;
