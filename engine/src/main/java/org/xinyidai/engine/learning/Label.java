package org.xinyidai.engine.learning;

import java.time.LocalDate;
import org.xinyidai.models.subject.Uscc;

/**
 * What became of an enterprise after a day (表现标签): the truth that a model learns.
 *
 * @param observedOn the day as of which its features are taken; nothing later is shown to the model
 * @param bad whether it defaulted within the outcome window after that day
 */
public record Label(Uscc uscc, LocalDate observedOn, boolean bad) {}
