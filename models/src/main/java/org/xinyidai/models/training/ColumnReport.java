package org.xinyidai.models.training;

/**
 * What training found about one column (变量报告).
 *
 * @param informationValue of its bins on the training rows
 * @param missingShare of the training rows, 0 to 1
 * @param fate why it is in the model or not, in a few words
 */
public record ColumnReport(
    String name, double informationValue, double missingShare, String fate) {}
