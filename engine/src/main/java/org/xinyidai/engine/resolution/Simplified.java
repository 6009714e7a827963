package org.xinyidai.engine.resolution;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional characters as simplified ones (繁简转换), character by character by ICU's table, read
 * once: names are many and ICU's rules are slow to run on each.
 */
final class Simplified {
  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9fff';
  private static final char[] TABLE = table();

  private Simplified() {}

  static String of(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      if (c >= FIRST && c <= LAST) {
        characters[i] = TABLE[c - FIRST];
      }
    }
    return new String(characters);
  }

  private static char[] table() {
    Transliterator rules = Transliterator.getInstance("Hant-Hans");
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      char traditional = (char) (FIRST + i);
      String simplified = rules.transliterate(String.valueOf(traditional));
      // A rule that yields more than one character cannot stand in a name's place.
      table[i] = simplified.length() == 1 ? simplified.charAt(0) : traditional;
    }
    return table;
  }
}
