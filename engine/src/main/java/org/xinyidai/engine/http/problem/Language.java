package org.xinyidai.engine.http.problem;

import org.jspecify.annotations.Nullable;

/** The languages that answers speak. Chinese unless English is wanted more. */
public enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The tag for the header Content-Language. */
  public String tag() {
    return tag;
  }

  /** The most wanted language of a header Accept-Language that we speak. */
  public static Language of(@Nullable String acceptLanguage) {
    for (String wanted : Preferences.of(acceptLanguage)) {
      if (wanted.equals("zh") || wanted.startsWith("zh-")) {
        return ZH;
      }
      if (wanted.equals("en") || wanted.startsWith("en-")) {
        return EN;
      }
    }
    return ZH;
  }
}
