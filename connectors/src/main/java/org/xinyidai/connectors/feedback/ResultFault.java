package org.xinyidai.connectors.feedback;

import org.xinyidai.models.product.Text;

/**
 * Why a result would be refused (不合规原因).
 *
 * @param field where, such as {@code grant.amountFen}; empty for the line as a whole
 * @param sentence what is wrong and what is wanted
 */
public record ResultFault(String field, Code code, Text sentence) {
  /** The kinds of faults; their names travel in answers. */
  public enum Code {
    /** The bytes are no JSON object, or too many. */
    MALFORMED,
    /** A version that is not known here. */
    VERSION_UNKNOWN,
    UNKNOWN_FIELD,
    MISSING,
    WRONG_TYPE,
    /** A number too small or too large, or a text too long. */
    OUT_OF_RANGE,
    NOT_IN_LIST,
    /** A text that is not written as it must be, such as a day that no month has. */
    BADLY_WRITTEN,
    /** A unified code whose check characters are wrong. */
    CHECK_CHARACTERS,
    DATES_DISORDERED,
    AMOUNTS_DISAGREE,
    /** Two parts say different things. */
    PARTS_DISAGREE,
    /** The same id came before with other content; the first is kept. */
    CONTENT_OTHER
  }
}
