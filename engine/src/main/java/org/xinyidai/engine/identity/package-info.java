/**
 * Who calls and what they may do: accounts, their tokens with what each is good for, certificates
 * and keys that they are bound to, and one table of role by operation. In: a token and an
 * operation. Out: an access, or none. Next is {@code http}, which asks here before every answer.
 */
@NullMarked
package org.xinyidai.engine.identity;

import org.jspecify.annotations.NullMarked;
