/** Placeholder. */
@NullMarked
package org.xinyidai.engine;

import org.jspecify.annotations.NullMarked;
