package org.xinyidai.models.financing.application;

import java.time.LocalDate;

/** Money that was paid out (放款), by the lender's number. */
public record DrawDown(String number, long amountFen, LocalDate drawnOn, LocalDate dueOn) {}
