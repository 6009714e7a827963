/**
 * The scores that somebody was shown (评分存档): never changed, with their readers, and proved again
 * from the facts. In: scores and who asked. Out: numbered scores, replays, and what later facts
 * touch. Next is {@code notice}.
 */
@NullMarked
package org.xinyidai.engine.archive;

import org.jspecify.annotations.NullMarked;
