/**
 * Whether a model in use still holds (模型监控). In: how it sees everyone now and did when it was made,
 * scores whose outcomes are known, and what lenders decided. Out: shifts, worth by vintage,
 * overrides and alerts, each with what moved and the next step. Aside from the path, after {@code
 * training}, whose ranking it uses.
 */
@NullMarked
package org.xinyidai.models.monitoring;

import org.jspecify.annotations.NullMarked;
