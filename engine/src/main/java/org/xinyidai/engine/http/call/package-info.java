/**
 * One call of the API: an endpoint says what it takes and gives, a call reads parameters and body,
 * an answer carries the result. In: a routed request. Out: an answer or a refusal. Next is {@code
 * api}.
 */
@NullMarked
package org.xinyidai.engine.http.call;

import org.jspecify.annotations.NullMarked;
