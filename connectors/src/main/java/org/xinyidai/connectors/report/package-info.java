/**
 * Tables as files for people (报表): CSV and XLSX. In: a table. Out: bytes that no spreadsheet runs
 * as a formula.
 */
@NullMarked
package org.xinyidai.connectors.report;

import org.jspecify.annotations.NullMarked;
