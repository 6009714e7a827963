/**
 * Copies of the state for the day the disk is lost (备份与恢复). In: an open store and a folder. Out: a
 * folder with every file, what it must hold and who says so; and from such a folder a state that is
 * proved to be the same. Next is {@code platform}.
 */
@NullMarked
package org.xinyidai.engine.vault;

import org.jspecify.annotations.NullMarked;
