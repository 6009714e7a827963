/**
 * Training data as files for whoever learns elsewhere: Arrow IPC and CSV. In: a label with the
 * features that could be known then, row by row. Out: a file with its schema version, its rule of
 * knowledge and its digest.
 */
@NullMarked
package org.xinyidai.connectors.sample;

import org.jspecify.annotations.NullMarked;
