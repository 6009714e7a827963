package org.xinyidai.models.cleaning;

/**
 * A correction of one text of a row (更正), traceable to the row as it came.
 *
 * @param rule id and version of the rule that found it, such as {@code day-in-words/1}
 * @param column name of the column
 * @param before as it came
 * @param after as it was meant
 */
public record Correction(
    String rule, String column, String before, String after, CleaningRule.Policy policy) {}
