/**
 * Applications for loans (融资申请办理): files them, takes their steps by the table of {@code
 * models.financing.application}, starts and watches their clocks, tells the parties, and puts what
 * the nation shall know into the outbox, all in one write. In: demands, products, steps. Out:
 * applications, notices, events, the funnel of the office. Next is {@code lenderreport}.
 */
@NullMarked
package org.xinyidai.engine.lending;

import org.jspecify.annotations.NullMarked;
