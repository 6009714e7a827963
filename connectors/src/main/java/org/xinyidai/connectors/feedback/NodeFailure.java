package org.xinyidai.connectors.feedback;

/**
 * A node gave no answer that says what became of a batch (节点调用失败). The message is for operators.
 */
public final class NodeFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What can be done about it. */
  public enum Category {
    /** The node will never take this batch as it is, and signed that; nothing of it is held. */
    REFUSED,
    /** Nothing of the batch was taken: send it again later. */
    TRY_AGAIN,
    /** Whether any of it is held is not known: send it again later. */
    UNKNOWN
  }

  private final Category category;
  private final String code;

  /**
   * @param code stable, for counting: a name of {@code BatchFault}, or {@code CONNECT}, {@code
   *     TLS}, {@code BUSY}, {@code TIMEOUT}, {@code BROKEN_OFF}, {@code HTTP_500} and the like
   */
  public NodeFailure(Category category, String code, String message) {
    super(message);
    this.category = category;
    this.code = code;
  }

  public Category category() {
    return category;
  }

  public String code() {
    return code;
  }
}
