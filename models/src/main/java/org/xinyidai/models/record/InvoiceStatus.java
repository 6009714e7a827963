package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Whether an invoice stands (发票状态). */
public enum InvoiceStatus implements Code {
  VALID("有效发票|正常|有效"),
  VOID("作废发票|作废|已作废");

  /** All codes in stored order. */
  public static final List<InvoiceStatus> ALL = List.of(values());

  private final String spellings;

  InvoiceStatus(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
