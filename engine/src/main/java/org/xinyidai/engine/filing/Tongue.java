package org.xinyidai.engine.filing;

import org.xinyidai.models.product.Text;

/** In which language a report is shown (语言); what is filed is Chinese. */
public enum Tongue {
  ZH,
  EN;

  String of(String zh, String en) {
    return this == ZH ? zh : en;
  }

  String of(Text text) {
    return of(text.zh(), text.en());
  }
}
