/**
 * Reads packs of targets and the figures they are made of (考核方案文件). In: JSON. Out: packs of {@code
 * models}, or what is wrong with the file and where. Next is {@code report}.
 *
 * <p>The format is described at {@link org.xinyidai.connectors.uptake.TargetPackFile}.
 */
@NullMarked
package org.xinyidai.connectors.uptake;

import org.jspecify.annotations.NullMarked;
