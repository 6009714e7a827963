/**
 * On which lists an enterprise stands on a day (信用名单), why, and why it left. In: a history. Out:
 * memberships. Next is {@code feature}.
 */
@NullMarked
package org.xinyidai.models.standing;

import org.jspecify.annotations.NullMarked;
