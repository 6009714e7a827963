/** Placeholder. */
@NullMarked
package org.xinyidai.connectors;

import org.jspecify.annotations.NullMarked;
