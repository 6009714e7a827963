package org.xinyidai.engine.uptake;

import java.time.LocalDate;

/**
 * A lender's yes or no to one application (授信决定).
 *
 * @param lender organisation of the lender
 * @param district of the enterprise when it filed
 */
record Decision(LocalDate on, boolean granted, String lender, String district) {}
