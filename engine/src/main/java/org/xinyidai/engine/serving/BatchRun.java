package org.xinyidai.engine.serving;

import java.time.Instant;

/**
 * One run that scored every kept vector (批量评分批次).
 *
 * @param number greater than that of every run before
 * @param scored enterprises
 */
public record BatchRun(long number, String modelId, Instant startedAt, long scored) {}
