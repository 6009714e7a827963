/**
 * What organisations are told without having asked (通知): kept until they have read it and after.
 * In: notices, as parts of other changes. Out: pages of notices and how many are unread. Next is
 * {@code outbox}.
 */
@NullMarked
package org.xinyidai.engine.notice;

import org.jspecify.annotations.NullMarked;
