package org.xinyidai.models.warning;

import java.time.LocalDate;

/**
 * Something about an enterprise that turned for the worse against its own past (预警信号).
 *
 * @param was the measure {@code windowMonths} before
 * @param is the measure on the day
 */
public record Warning(
    String rule,
    Severity severity,
    String titleZh,
    String titleEn,
    String measure,
    LocalDate asOf,
    int windowMonths,
    double was,
    double is,
    String reasonZh,
    String reasonEn) {}
