/**
 * Rules of early warning as data (预警规则文件). In: JSON. Out: rules with window, threshold and
 * sentences.
 */
@NullMarked
package org.xinyidai.connectors.warning;

import org.jspecify.annotations.NullMarked;
