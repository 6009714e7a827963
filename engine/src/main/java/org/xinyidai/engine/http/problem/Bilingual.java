package org.xinyidai.engine.http.problem;

/** A sentence in both languages of the platform (双语文本). */
public record Bilingual(String zh, String en) {

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
