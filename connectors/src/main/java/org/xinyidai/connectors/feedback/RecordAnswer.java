package org.xinyidai.connectors.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node says of one result of a batch (逐条回执).
 *
 * @param line place in the batch, from 1
 * @param id of the result; empty where its line could not be read
 * @param code why it was rejected (names of {@link ResultFault.Code} and what the node adds), or
 *     why nothing is known; empty for accepted
 * @param field that the code is about; empty for the line as a whole
 * @param sentence for people; empty for accepted
 */
public record RecordAnswer(
    int line, String id, Verdict verdict, String code, String field, String sentence) {

  /** Nothing is known because the answer is not by the node, or of another batch. */
  public static final String ANSWER_NOT_GENUINE = "ANSWER_NOT_GENUINE";

  /** Nothing is known because the answer leaves the result out. */
  public static final String ANSWER_MISSING = "ANSWER_MISSING";

  /** Nothing is known because the answer says two things of the result. */
  public static final String ANSWERS_DIFFER = "ANSWERS_DIFFER";

  /** What becomes of a result. */
  public enum Verdict {
    /** The node holds it, now or since an earlier batch. */
    ACCEPTED,
    /** The node will never hold it as it is. */
    REJECTED,
    /** It must be sent again; whether the node holds it already does not matter. */
    UNKNOWN;

    /** The stable code in answers. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> ofCode(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  public static RecordAnswer accepted(int line, String id) {
    return new RecordAnswer(line, id, Verdict.ACCEPTED, "", "", "");
  }

  /** Rejected for its first fault. */
  public static RecordAnswer rejected(int line, String id, ResultFault fault) {
    return new RecordAnswer(
        line, id, Verdict.REJECTED, fault.code().name(), fault.field(), fault.sentence().zh());
  }

  public static RecordAnswer unknown(int line, String id, String code) {
    return new RecordAnswer(line, id, Verdict.UNKNOWN, code, "", "");
  }
}
