package org.xinyidai.engine.audit;

import java.time.Instant;

/**
 * That someone else read in the file of an enterprise (查阅记录).
 *
 * @param number of the entry in the audit that vouches for this one
 * @param role what the reader is to the platform
 * @param organisation for which it was read
 * @param operation what was read, the operationId of the API
 * @param purpose as the reader gave it; empty where none was given
 */
public record FileAccess(
    long number, Instant at, String role, String organisation, String operation, String purpose) {}
