package org.xinyidai.engine.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One event that shall leave (待发事件).
 *
 * @param id stable, by which a receiver knows a repeat
 * @param topic what it tells of, such as {@code loan.grant}
 * @param version of the payload's form; fields are added within a version, never renamed
 * @param at when it happened
 */
public record OutboxEntry(String id, String topic, int version, Instant at, JsonNode payload) {}
