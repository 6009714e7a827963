package org.xinyidai.models.score;

import org.xinyidai.models.subject.Uscc;

/**
 * The figures of a score without its reasons (评分结果): what a batch of many keeps.
 *
 * @param probabilityOfDefault within the model's outcome window, 0 to 1
 * @param stars 1 to 5
 */
public record Rating(Uscc uscc, int points, double probabilityOfDefault, Grade grade, int stars) {}
