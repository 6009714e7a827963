package org.xinyidai.engine.http.api;

import org.xinyidai.models.product.Text;

/** A sentence or title in both languages, as the API shows it. */
record TextView(String zh, String en) {
  static TextView of(Text text) {
    return new TextView(text.zh(), text.en());
  }
}
