package org.xinyidai.engine.simulation;

import java.time.LocalDate;
import org.xinyidai.models.subject.Uscc;

/**
 * What became of a simulated loan (模拟贷款表现): whether the enterprise defaulted in the twelve months
 * from the day it was observed. For training and evaluation; never part of any record.
 *
 * @param bad 违约
 */
public record Outcome(Uscc uscc, LocalDate observedOn, boolean bad) {}
