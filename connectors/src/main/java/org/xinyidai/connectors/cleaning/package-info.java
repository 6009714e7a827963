/** Reads the rules of cleaning (清洗规则文件). In: JSON. Out: rules of {@code models}. */
@NullMarked
package org.xinyidai.connectors.cleaning;

import org.jspecify.annotations.NullMarked;
