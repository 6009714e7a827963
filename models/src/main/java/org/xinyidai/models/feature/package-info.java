/**
 * A history becomes a vector of numbers, each declared once with name, unit, window and missing
 * rule. In: a history and a day. Out: a vector. Next is {@code score}.
 */
@NullMarked
package org.xinyidai.models.feature;

import org.jspecify.annotations.NullMarked;
