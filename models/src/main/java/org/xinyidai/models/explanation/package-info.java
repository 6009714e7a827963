/**
 * Why a score is what it is, beside others and beside last month (评分解释). In: a score's rows now and
 * a month before, and how peers spread. Out: each reason with its value, the benchmark of peers and
 * what moved, in sentences. Next is {@code match}.
 */
@NullMarked
package org.xinyidai.models.explanation;

import org.jspecify.annotations.NullMarked;
