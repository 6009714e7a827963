/**
 * What each operation of the API does: reads the call, asks the rooms before this one on a worker,
 * and writes an answer record. In: calls. Out: answers.
 */
@NullMarked
package org.xinyidai.engine.http.api;

import org.jspecify.annotations.NullMarked;
