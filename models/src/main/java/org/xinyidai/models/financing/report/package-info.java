/**
 * What a lender reports of its loans, held against the applications of the platform (机构报送与对账). In:
 * lines of a batch or a monthly file, and the application that each is about. Out: the steps that
 * bring the application up to what was reported, and where the two differ. Next is {@code claim}.
 *
 * <p>House rules: a line that cannot be read is a list of faults, each with its field; steps are
 * those of {@link org.xinyidai.models.financing.application.StepKind} and no other way leads from
 * one state to the next.
 */
@NullMarked
package org.xinyidai.models.financing.report;

import org.jspecify.annotations.NullMarked;
