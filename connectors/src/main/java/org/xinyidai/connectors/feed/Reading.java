package org.xinyidai.connectors.feed;

import org.xinyidai.models.record.Feed;

/**
 * What is to be read and how (读取任务).
 *
 * @param name shown in messages, such as the file's name
 * @param subject how the file names the enterprise of a record
 */
public record Reading(Feed<?> feed, String name, ReadLimits limits, SubjectColumn subject) {
  /** A file that names enterprises by their code. */
  public static Reading of(Feed<?> feed, String name) {
    return new Reading(feed, name, ReadLimits.DEFAULT, SubjectColumn.USCC);
  }

  public Reading within(ReadLimits limits) {
    return new Reading(feed, name, limits, subject);
  }

  public Reading naming(SubjectColumn subject) {
    return new Reading(feed, name, limits, subject);
  }
}
