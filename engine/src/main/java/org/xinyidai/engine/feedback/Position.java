package org.xinyidai.engine.feedback;

/**
 * How far a tier has come (回传位点).
 *
 * @param cursor place in the outbox up to which all is in a batch or set aside; empty at first
 * @param nextBatch number of the next batch, 1 at first
 */
record Position(String cursor, long nextBatch) {
  static final Position START = new Position("", 1);
}
