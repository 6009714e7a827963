package org.xinyidai.engine.archive;

import java.time.Instant;

/**
 * That a score was read (查询记录). One entry for each reader and reason, however often it comes again:
 * what grows is a count.
 */
public record Reading(Reader reader, Instant firstAt, Instant lastAt, long count) {
  public static Reading first(Reader reader, Instant at) {
    return new Reading(reader, at, at, 1);
  }

  Reading again(Instant at) {
    return new Reading(reader, firstAt, at, count + 1);
  }
}
