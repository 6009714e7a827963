/**
 * A loan application from its filing to settled money (融资申请), as a state machine without a world
 * around it. In: an application, a step and who takes it. Out: the application after it, or why it
 * cannot be taken. Next is {@code uptake}.
 *
 * <p>House rules: {@link org.xinyidai.models.financing.application.StepKind} is the table of who
 * may do what from where; a step's own record checks its data and says what it changes; {@link
 * org.xinyidai.models.financing.application.Workflow} is the only way from one state to another.
 */
@NullMarked
package org.xinyidai.models.financing.application;

import org.jspecify.annotations.NullMarked;
