package org.xinyidai.engine.ingest;

/** Told now and then how far an ingest has come, for a progress bar. */
@FunctionalInterface
public interface Progress {
  Progress NONE = receipt -> {};

  /** The receipt as it stands on the disk now; called on the thread that takes the delivery. */
  void durable(Receipt receipt);
}
