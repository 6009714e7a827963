package org.xinyidai.engine.filing;

import java.time.LocalDate;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.uptake.TargetPack;

/**
 * Which report is wanted (报表范围).
 *
 * @param asOf the day that it speaks of
 * @param office who reports, as it stands on the cover
 * @param district beginning digits of the division code; empty for the whole office
 */
public record ReportSubject(
    TargetPack pack, FilingPeriod period, LocalDate asOf, String office, String district) {}
