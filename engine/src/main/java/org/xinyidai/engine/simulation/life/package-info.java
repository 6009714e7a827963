/**
 * The hidden life of a simulated city (模拟城市): who lives there and how each one fares, month by
 * month. In: a seed. Out: residents and their conditions, which nobody outside the simulation may
 * see. Next is {@code simulation.office}, where clerks write down what offices would know of it.
 */
@NullMarked
package org.xinyidai.engine.simulation.life;

import org.jspecify.annotations.NullMarked;
