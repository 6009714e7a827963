/**
 * What a caller is told when something cannot be done: RFC 9457 problem documents in Chinese and
 * English. In: a refusal or an exception. Out: a document that names the field and the next step,
 * and nothing of the inside. Next is {@code call}.
 */
@NullMarked
package org.xinyidai.engine.http.problem;

import org.jspecify.annotations.NullMarked;
