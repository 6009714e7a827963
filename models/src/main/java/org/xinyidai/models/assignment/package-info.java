/**
 * A matching day (融资对接会): which demand goes to which product when products are bound by quotas. In:
 * what each offer is expected to be worth, and the quotas. Out: the best plan for the whole city,
 * as advice. Next is {@code financing}.
 */
@NullMarked
package org.xinyidai.models.assignment;

import org.jspecify.annotations.NullMarked;
