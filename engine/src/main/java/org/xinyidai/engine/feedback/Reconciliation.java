package org.xinyidai.engine.feedback;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the comparison of a day came to (对账结果).
 *
 * @param day on which the results arose
 * @param there results that the node lists
 * @param equal of those, held here with the same content
 * @param resent results that the node took and does not list; they go again
 * @param differences what people must look at
 */
public record Reconciliation(
    LocalDate day, Instant at, long there, long equal, long resent, long differences) {}
