package org.xinyidai.engine.feedback;

import java.util.List;
import java.util.stream.Collectors;
import org.xinyidai.connectors.feedback.ResultFault;

/** Faults of a record in words (不合规说明): every one with its field. */
final class FaultText {
  private FaultText() {}

  static String of(List<ResultFault> faults) {
    return faults.stream()
        .map(fault -> of(fault.field(), fault.sentence().zh()))
        .collect(Collectors.joining("；"));
  }

  static String of(String field, String sentence) {
    return field.isEmpty() ? sentence : field + " " + sentence;
  }
}
