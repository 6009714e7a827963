package org.xinyidai.models.record;

import java.time.LocalDate;
import org.xinyidai.models.subject.Uscc;

/** A record of a source office (归集记录), typed by its feed. */
public interface SourceRecord {
  /** The enterprise that the record is about. */
  Uscc uscc();

  /** The day the record is about: an event's day, or the last day of its period. */
  LocalDate day();
}
