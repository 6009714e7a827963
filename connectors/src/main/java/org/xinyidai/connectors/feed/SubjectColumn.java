package org.xinyidai.connectors.feed;

import java.util.function.UnaryOperator;

/**
 * How a file names the enterprise of a record (主体标识): under which header, and what code its text
 * stands for. Files of an office that keeps its own numbers are read so.
 *
 * @param header accepted beside the names of the column {@code uscc}
 * @param uscc the code that a text means; what cannot be resolved is given back as it is and will
 *     be refused as malformed
 */
public record SubjectColumn(String header, UnaryOperator<String> uscc) {
  /** The file holds the codes themselves. */
  public static final SubjectColumn USCC = new SubjectColumn("uscc", UnaryOperator.identity());
}
