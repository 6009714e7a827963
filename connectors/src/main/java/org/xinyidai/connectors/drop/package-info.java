/**
 * The drop folder (投递目录): where an office's own machine leaves files for the platform. In: files
 * with a manifest beside each. Out: deliveries that are whole, and everything else set aside with
 * its reason. Next is {@code feed}, which reads them, and {@code ingest} of the engine.
 *
 * <p>A producer writes under a temporary name (a leading dot, or {@code .tmp} or {@code .part} at
 * the end) and renames; the manifest comes last, the same way.
 */
@NullMarked
package org.xinyidai.connectors.drop;

import org.jspecify.annotations.NullMarked;
