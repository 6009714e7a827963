package org.xinyidai.models.financing.application;

import java.time.LocalDate;

/** Principal that was paid back (还款), by the lender's number. */
public record Repayment(String number, long amountFen, LocalDate paidOn) {}
