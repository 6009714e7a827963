package org.xinyidai.engine.serving;

import java.time.Instant;

/**
 * One run that scored everyone (批量评分批次).
 *
 * @param number greater than that of every run before
 * @param modelDigest SHA-256 of the model's file, in hexadecimal
 * @param scored enterprises; 0 until the run has ended
 */
public record BatchRun(
    long number, String modelId, String modelDigest, Instant startedAt, long scored) {
  BatchRun ended(long scored) {
    return new BatchRun(number, modelId, modelDigest, startedAt, scored);
  }
}
