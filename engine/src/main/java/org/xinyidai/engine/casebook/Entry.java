package org.xinyidai.engine.casebook;

import java.time.Instant;
import java.util.List;

/** What a book must know of an entry to find it (案卷条目). */
public interface Entry {
  /** Unique within its book. */
  String id();

  /** When it was opened; never changes. */
  Instant openedAt();

  /** The organisations in whose lists it stands; none is ever taken away. */
  List<String> parties();
}
