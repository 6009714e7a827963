package org.xinyidai.models.product;

/**
 * Something wrong with a product or a demand (数据问题), told to the person who wrote it.
 *
 * @param path where it stands, such as {@code $[2].criteria[0].max}
 * @param words what is wrong and what would be right
 */
public record Problem(String path, Text words) {
  public Problem(String path, String zh, String en) {
    this(path, new Text(zh, en));
  }

  /** The sentence in English, as files and logs have it. */
  public String message() {
    return words.en();
  }

  /** The same problem seen from further out. */
  public Problem under(String outer) {
    return new Problem(outer + path, words);
  }

  @Override
  public String toString() {
    return path + ": " + message();
  }
}
