/**
 * Reports of the office (主管部门报表): what is due when, the report of a period as XLSX and PDF, and
 * what was filed, frozen and signed. In: assessments of {@code uptake}, the funnel of {@code
 * supervision}, the quality of reports. Out: files, filings with their signatures, reminders. Next
 * is {@code http}.
 */
@NullMarked
package org.xinyidai.engine.filing;

import org.jspecify.annotations.NullMarked;
