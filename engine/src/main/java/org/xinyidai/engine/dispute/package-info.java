/**
 * The cases that enterprises open about facts of theirs (异议与修复案卷): kept with every step and its
 * instant, so that it can be told what was disputed at any moment. In: cases. Out: cases, and the
 * facts under dispute. Next is {@code serving}.
 */
@NullMarked
package org.xinyidai.engine.dispute;

import org.jspecify.annotations.NullMarked;
