package org.xinyidai.models.record;

import java.util.Optional;
import org.xinyidai.models.record.Validated.Rejected;

/** A rule between columns of one row (勾稽关系), run after every column was read on its own. */
@FunctionalInterface
public interface Check {
  /** Empty when the row holds together. */
  Optional<Rejected<Row>> fault(Row row);
}
