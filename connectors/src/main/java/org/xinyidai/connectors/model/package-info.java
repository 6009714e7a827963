/**
 * Model files: a scoring model as JSON, to the bit the same after a round trip. In: bytes. Out: a
 * model that still has to pass its check vectors. Next is {@code product}.
 */
@NullMarked
package org.xinyidai.connectors.model;

import org.jspecify.annotations.NullMarked;
