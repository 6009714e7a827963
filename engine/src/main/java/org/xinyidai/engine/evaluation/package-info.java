/**
 * How well a way of training does on a table of labelled rows (模型评估): any CSV, or public data of a
 * known layout. In: a table. Out: figures out of fold as JSON, and a report for people as HTML.
 * Next is {@code cli}.
 */
@NullMarked
package org.xinyidai.engine.evaluation;

import org.jspecify.annotations.NullMarked;
