/**
 * Takes in what lies in a drop folder (投递目录归集). In: files with manifests. Out: batches in the
 * store, each file taken exactly once, and files set aside with their reason. Next is {@code
 * serving}.
 */
@NullMarked
package org.xinyidai.engine.drop;

import org.jspecify.annotations.NullMarked;
