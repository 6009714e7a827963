/**
 * Early warnings of all enterprises (事前信用预警, F1): judged when asked, and kept for the office's
 * list. In: vectors and scores of two days. Out: warnings by enterprise and district. Next is
 * {@code catalogue}.
 */
@NullMarked
package org.xinyidai.engine.warning;

import org.jspecify.annotations.NullMarked;
