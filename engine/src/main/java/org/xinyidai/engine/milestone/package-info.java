/**
 * The days on which a subject came to the platform and became verified (注册与实名里程碑), kept with the
 * change that made it so, for what is kept elsewhere only says what holds now. In: changes of
 * accounts and verifications. Out: days. Next is {@code vault}.
 */
@NullMarked
package org.xinyidai.engine.milestone;

import org.jspecify.annotations.NullMarked;
