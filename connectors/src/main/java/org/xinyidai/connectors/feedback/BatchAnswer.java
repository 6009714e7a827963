package org.xinyidai.connectors.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;

/**
 * What a node answers to a batch (批次回执): exactly one answer for each result that was sent, in the
 * order in which they were sent.
 *
 * @param batch number of the batch
 */
public record BatchAnswer(String batch, List<RecordAnswer> records) {
  public BatchAnswer {
    records = List.copyOf(records);
  }

  /** Nothing is known of any result. */
  public static BatchAnswer unknown(String batch, List<String> ids, String code) {
    return new BatchAnswer(
        batch,
        IntStream.range(0, ids.size())
            .mapToObj(i -> RecordAnswer.unknown(i + 1, ids.get(i), code))
            .toList());
  }

  /**
   * Brings what a node said into the order of what was sent. A result that is left out is unknown;
   * one answered twice alike is answered once; one answered twice otherwise is unknown; an answer
   * to nothing that was sent is passed over.
   *
   * @param ids of the results, as they were sent
   * @param said by the node, in any order
   */
  public static BatchAnswer matched(String batch, List<String> ids, List<RecordAnswer> said) {
    Map<Integer, RecordAnswer> byLine = new HashMap<>();
    for (RecordAnswer one : said) {
      boolean sent = one.line() >= 1 && one.line() <= ids.size();
      boolean fits = sent && (one.id().equals(ids.get(one.line() - 1)) || isUnreadable(one));
      if (fits) {
        byLine.merge(one.line(), one, BatchAnswer::together);
      }
    }
    return new BatchAnswer(
        batch,
        IntStream.rangeClosed(1, ids.size())
            .mapToObj(line -> at(line, ids.get(line - 1), byLine))
            .toList());
  }

  private static boolean isUnreadable(RecordAnswer one) {
    return one.id().isEmpty() && one.verdict() != Verdict.ACCEPTED;
  }

  private static RecordAnswer together(RecordAnswer one, RecordAnswer other) {
    boolean alike = one.verdict() == other.verdict() && one.code().equals(other.code());
    return alike ? one : RecordAnswer.unknown(one.line(), one.id(), RecordAnswer.ANSWERS_DIFFER);
  }

  private static RecordAnswer at(int line, String id, Map<Integer, RecordAnswer> byLine) {
    RecordAnswer said = byLine.get(line);
    if (said == null) {
      return RecordAnswer.unknown(line, id, RecordAnswer.ANSWER_MISSING);
    }
    return new RecordAnswer(line, id, said.verdict(), said.code(), said.field(), said.sentence());
  }
}
