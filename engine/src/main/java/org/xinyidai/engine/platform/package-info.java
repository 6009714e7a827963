/**
 * The wiring: the rooms of one open platform, put together once. In: a folder. Out: all that the
 * doors ({@code http}, {@code cli}) ask. Next is {@code simulation}.
 */
@NullMarked
package org.xinyidai.engine.platform;

import org.jspecify.annotations.NullMarked;
