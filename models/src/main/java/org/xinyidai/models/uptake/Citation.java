package org.xinyidai.models.uptake;

/**
 * Where in its pack's document a target stands (依据).
 *
 * @param item the place in it, such as 附件2 信用信息应用 1
 * @param quote the words of the document, as they stand there but for debris of its conversion
 */
public record Citation(String item, String quote) {
  public Citation {
    if (item.isBlank()) {
      throw new IllegalArgumentException("a target cites an item of its document");
    }
  }
}
