/**
 * Which days count (工作日历) and when a duty falls due. In: the State Council's holiday notices as
 * data. Out: the day on which an instant lies in China, and deadlines or the reason why none can be
 * told. First room on the path; next is {@code subject}.
 */
@NullMarked
package org.xinyidai.models.calendar;

import org.jspecify.annotations.NullMarked;
