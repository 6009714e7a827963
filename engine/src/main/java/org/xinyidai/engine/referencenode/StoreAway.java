package org.xinyidai.engine.referencenode;

/** The store of the node is being closed and opened again: nothing was kept (库重启中). */
final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreAway() {
    super("the store of the reference node is away; try again");
  }
}
