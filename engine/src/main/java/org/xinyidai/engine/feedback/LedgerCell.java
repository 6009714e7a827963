package org.xinyidai.engine.feedback;

import java.time.LocalDate;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;

/**
 * The counts of one day and scope at one tier (台账单元). The day is that on which the records arose,
 * whenever they were answered.
 */
record LedgerCell(LocalDate day, Scope scope, Tally tally) {}
