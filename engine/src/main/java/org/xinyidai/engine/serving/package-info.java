/**
 * Answers about one enterprise: its profile, its features and its score on a day, as known at an
 * instant. In: histories and models. Out: vectors and scores. Next is {@code market}.
 */
@NullMarked
package org.xinyidai.engine.serving;

import org.jspecify.annotations.NullMarked;
