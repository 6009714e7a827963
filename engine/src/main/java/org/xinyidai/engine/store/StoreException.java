package org.xinyidai.engine.store;

import org.jspecify.annotations.Nullable;

/** The store cannot do what was asked. The message names the next step for whoever runs it. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whose move it is now. */
  public enum Category {
    /** The caller must change the request or the options. */
    USER,
    /** The store is closed, damaged or faulty: an operator must look. */
    INTERNAL,
    /** Room on the disk or in a queue has run out; the same request may pass later. */
    EXHAUSTED
  }

  private final Category category;

  public StoreException(Category category, String message) {
    this(category, message, null);
  }

  public StoreException(Category category, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  public Category category() {
    return category;
  }
}
