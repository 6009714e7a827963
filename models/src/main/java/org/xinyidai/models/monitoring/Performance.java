package org.xinyidai.models.monitoring;

import java.time.LocalDate;

/**
 * A score and what became of it (评分表现).
 *
 * @param scoredOn the day as of which it was scored
 * @param risk probability of default that the model gave, or gives on what was known then
 * @param bad whether it defaulted within the performance window
 */
public record Performance(LocalDate scoredOn, double risk, boolean bad) {}
