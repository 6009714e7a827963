package org.xinyidai.models.uptake;

/**
 * Where a target stands (依据).
 *
 * @param document short name of the document, such as 根政办字〔2023〕52号
 * @param item the place in it, such as 附件2 信用信息应用 1
 * @param quote the words of the document, as they stand there
 */
public record Citation(String document, String item, String quote) {
  public Citation {
    if (document.isBlank() || item.isBlank()) {
      throw new IllegalArgumentException("a target cites a document and an item");
    }
  }
}
