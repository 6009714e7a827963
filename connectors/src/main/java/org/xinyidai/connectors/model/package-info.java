/**
 * Model files: a scoring model as JSON, PMML or SQL, the same after a round trip; models from
 * elsewhere as PMML, read without entities and within bounds. In: bytes. Out: a model that still
 * has to pass its check vectors. Next is {@code product}.
 */
@NullMarked
package org.xinyidai.connectors.model;

import org.jspecify.annotations.NullMarked;
