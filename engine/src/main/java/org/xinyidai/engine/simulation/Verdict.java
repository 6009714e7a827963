package org.xinyidai.engine.simulation;

import java.time.LocalDate;
import org.xinyidai.models.subject.Uscc;

/**
 * What a simulated lender decided on an application (模拟审批结论). For the demonstration of monitoring;
 * never part of any record.
 *
 * @param lender an invented name
 */
public record Verdict(Uscc uscc, String lender, LocalDate decidedOn, boolean approved) {}
