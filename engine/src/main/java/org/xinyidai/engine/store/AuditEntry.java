package org.xinyidai.engine.store;

import java.time.Instant;
import java.util.SortedMap;

/**
 * What one command changed, in whose name (审计记录). It is written with the change itself.
 *
 * @param number from 1 on, without gaps
 * @param at when the change became known
 * @param changed entries put or deleted, by family
 * @param digest SM3 over the keys and values of what was changed, in hexadecimal; the families that
 *     hold facts and figures by the million count without it, for facts and stored scores carry
 *     their own
 */
public record AuditEntry(
    long number, Instant at, Act act, SortedMap<String, Integer> changed, String digest) {}
