package org.xinyidai.engine.drop;

import org.xinyidai.connectors.drop.SetAside;
import org.xinyidai.engine.ingest.Receipt;

/** What became of a dropped file (投递结果). */
public sealed interface Settled {
  /** The name under which it was dropped. */
  String name();

  /** It is in the store, and in the folder {@code done}. */
  record Taken(String name, Receipt receipt) implements Settled {}

  /** Nothing of it was taken; it is in the folder {@code bad}. */
  record Bad(String name, SetAside why) implements Settled {}
}
