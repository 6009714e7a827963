package org.xinyidai.engine.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a tier's relay stands (回传运行状态).
 *
 * @param breaker closed, half_open or open
 * @param trouble why nothing gets through; empty while something does
 * @param waiting results that arose and have no final answer
 * @param oldest when the oldest result on its way arose; null where none is
 */
public record RelayStatus(
    Tier tier,
    String node,
    String breaker,
    String breakerZh,
    String trouble,
    long waiting,
    @Nullable Instant oldest) {}
