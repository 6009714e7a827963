/**
 * Books of entries that people work on (案卷簿): found by number, listed by organisation with the
 * newest first, with files beside them and names that are given once. In: entries, as parts of
 * larger changes. Out: one entry, or a page of them. Next is {@code lending}.
 */
@NullMarked
package org.xinyidai.engine.casebook;

import org.jspecify.annotations.NullMarked;
