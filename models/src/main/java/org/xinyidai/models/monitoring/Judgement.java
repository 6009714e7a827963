package org.xinyidai.models.monitoring;

import java.time.LocalDate;
import org.xinyidai.models.score.Grade;

/**
 * What a lender decided on an application, beside the grade on that day (审批结论与评分).
 *
 * @param lender as it calls itself
 * @param approved whether the loan was granted
 */
public record Judgement(LocalDate decidedOn, String lender, Grade grade, boolean approved) {}
