/**
 * Supervision of the market (在线监管): how many enterprises came how far, how long applications stood
 * where, why lenders said no, and who is past a time. In: milestones, demands, applications and the
 * ledger of reports. Out: the funnel and overdue tasks, also as tables. Next is {@code uptake}.
 */
@NullMarked
package org.xinyidai.engine.supervision;

import org.jspecify.annotations.NullMarked;
