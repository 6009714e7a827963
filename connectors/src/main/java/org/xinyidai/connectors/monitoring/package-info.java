/**
 * Reads the rules of model monitoring (模型监控规则文件). In: JSON. Out: rules of {@code models}, with
 * every threshold and a version.
 */
@NullMarked
package org.xinyidai.connectors.monitoring;

import org.jspecify.annotations.NullMarked;
