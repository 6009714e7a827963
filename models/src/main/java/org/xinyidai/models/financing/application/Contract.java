package org.xinyidai.models.financing.application;

import java.time.LocalDate;

/** The contract of a loan (借款合同), by the lender's number. */
public record Contract(String number, LocalDate signedOn) {}
