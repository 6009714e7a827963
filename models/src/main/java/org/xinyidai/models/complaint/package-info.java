/**
 * Complaints and their clocks (投诉办理), as a state machine without a world around it. In: a complaint
 * and a step. Out: the complaint after it, or why it cannot be taken, and the rates of many. Next
 * is {@code financing}.
 */
@NullMarked
package org.xinyidai.models.complaint;

import org.jspecify.annotations.NullMarked;
