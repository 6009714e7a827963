package org.xinyidai.engine.http;

import org.xinyidai.models.subject.Uscc;

/** A few firms with a tax rating each, a third of them with A, B and C. */
final class FewFirms {
  private static final String[] GRADES = {"A", "B", "C"};

  private FewFirms() {}

  static String code(int number) {
    return Uscc.fromStem("91430100MA4L%04d".formatted(number)).value();
  }

  static String ratings(int firms) {
    StringBuilder rows = new StringBuilder("uscc,grade,publishedOn,year\n");
    for (int i = 0; i < firms; i++) {
      rows.append(code(i)).append(',').append(GRADES[i % 3]).append(",2024-04-10,2023\n");
    }
    return rows.toString();
  }
}
