package org.xinyidai.engine.filing;

import java.util.Arrays;
import java.util.Optional;

/** In what form a report is made (报表格式). */
public enum FileForm {
  XLSX("xlsx"),
  PDF("pdf");

  private final String ending;

  FileForm(String ending) {
    this.ending = ending;
  }

  /** The ending of its name, and its stable code. */
  public String ending() {
    return ending;
  }

  public static Optional<FileForm> ofEnding(String ending) {
    return Arrays.stream(values()).filter(form -> form.ending.equals(ending)).findFirst();
  }
}
