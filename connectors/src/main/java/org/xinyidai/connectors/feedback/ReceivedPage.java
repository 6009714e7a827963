package org.xinyidai.connectors.feedback;

import java.time.LocalDate;
import java.util.List;

/**
 * A page of what a node holds for a day (对账清单), by the ids in their order.
 *
 * @param day on which the results were reported to the platform, in China
 * @param next to ask the next page with; empty behind the last one
 */
public record ReceivedPage(LocalDate day, List<Received> records, String next) {
  /** Entries of a page: about 200 kB. */
  public static final int MAX_RECORDS = 1_000;

  public ReceivedPage {
    records = List.copyOf(records);
  }

  /**
   * One result that a node holds.
   *
   * @param digest SM3 of its line, in hexadecimal
   */
  public record Received(String id, String digest) {}
}
