/**
 * The offices of the simulated city (模拟数源单位): one clerk per feed writes down what the office knows
 * of a resident in a month. In: residents and conditions. Out: rows of text, still without trouble.
 * Next is {@code simulation}, which packs them into deliveries.
 */
@NullMarked
package org.xinyidai.engine.simulation.office;

import org.jspecify.annotations.NullMarked;
