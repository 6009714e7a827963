/**
 * What a city adds to an offer (政策工具): subsidies, cheaper guarantees, funds and insurance, declared
 * as data. In: tools, a candidate and an offer. Out: each tool that fits with its effect on the
 * yearly cost. Next is {@code ranking}.
 */
@NullMarked
package org.xinyidai.models.policy;

import org.jspecify.annotations.NullMarked;
