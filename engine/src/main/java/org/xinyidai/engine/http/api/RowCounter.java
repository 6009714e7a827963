package org.xinyidai.engine.http.api;

import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;

/** Tells the monitor of each row once, when it is durable; one counter for one delivery. */
final class RowCounter implements Progress {
  private final String feed;
  private final Telemetry telemetry;
  private Counts told = Counts.NONE;

  RowCounter(String feed, Telemetry telemetry) {
    this.feed = feed;
    this.telemetry = telemetry;
  }

  @Override
  public void durable(Receipt receipt) {
    Counts now = receipt.counts();
    telemetry.rows(feed, "accepted", now.accepted() - told.accepted());
    telemetry.rows(feed, "repeated", now.repeated() - told.repeated());
    telemetry.rows(feed, "rejected", now.rejected() - told.rejected());
    told = now;
  }
}
