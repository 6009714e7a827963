package org.xinyidai.connectors.model;

/** A model that cannot be told in the wanted format (格式不支持该模型); the message says why. */
public final class UnsuitableModel extends Exception {
  private static final long serialVersionUID = 1L;

  public UnsuitableModel(String problem) {
    super(problem);
  }
}
