package org.xinyidai.models.product;

/**
 * Something wrong with a product or a demand (数据问题), told to the person who wrote it.
 *
 * @param path where it stands, such as {@code $[2].criteria[0].max}
 * @param message what is wrong and what would be right
 */
public record Problem(String path, String message) {
  /** The same problem seen from further out. */
  public Problem under(String outer) {
    return new Problem(outer + path, message);
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
