/**
 * Explains scores (评分解释服务): how peers spread is counted by a task and kept, so that an explanation
 * reads a few figures and scans nobody. In: kept vectors and registrations; a score. Out: the table
 * of peers; explanations. Next is {@code archive}.
 */
@NullMarked
package org.xinyidai.engine.explanation;

import org.jspecify.annotations.NullMarked;
