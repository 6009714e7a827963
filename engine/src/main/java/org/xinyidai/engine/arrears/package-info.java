/**
 * Who is behind in what (落后督促): sources with their reports, lenders with applications, monthly
 * files and differences; and the notices that the office sends of it, each matter and level once.
 * In: the ledgers and books of other rooms. Out: a dry list, notices with their acknowledgement.
 * Next is {@code login}.
 */
@NullMarked
package org.xinyidai.engine.arrears;

import org.jspecify.annotations.NullMarked;
