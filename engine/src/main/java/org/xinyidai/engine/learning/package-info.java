/**
 * Labels and stored facts become models, and models are kept, checked and made to serve. In:
 * outcomes of loans and histories. Out: model files in the registry. Next is {@code serving}.
 */
@NullMarked
package org.xinyidai.engine.learning;

import org.jspecify.annotations.NullMarked;
