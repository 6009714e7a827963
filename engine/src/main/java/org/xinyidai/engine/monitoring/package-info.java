/**
 * Watches the models in use (模型监控): what became of those who were scored, what lenders decided, and
 * how far everyone has moved. In: outcomes, decisions, vectors and models. Out: a report for each
 * model and day, kept. Next is {@code market}.
 */
@NullMarked
package org.xinyidai.engine.monitoring;

import org.jspecify.annotations.NullMarked;
