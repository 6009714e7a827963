package org.xinyidai.connectors.model;

/** A model file that cannot be read (模型文件无法读取); the message says where and what to do. */
public final class UnreadableModel extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableModel(String problem) {
    super(problem);
  }

  public UnreadableModel(String problem, Throwable cause) {
    super(problem, cause);
  }
}
