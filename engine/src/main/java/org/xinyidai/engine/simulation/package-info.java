/**
 * A simulated city (模拟城市) for a platform that has no data at hand: every feed, month by month, as
 * files that offices might send, with the gaps and faults of real ones, and defaults that follow a
 * hidden health. In: a seed. Out: deliveries of raw bytes for the common way of reading, and
 * outcomes for training. It never touches the store. Next is {@code identity}.
 */
@NullMarked
package org.xinyidai.engine.simulation;

import org.jspecify.annotations.NullMarked;
