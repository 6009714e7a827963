/**
 * Reads what a dispute does to the features of each feed (争议期处理规则文件). In: JSON. Out: a policy of
 * {@code models}.
 */
@NullMarked
package org.xinyidai.connectors.dispute;

import org.jspecify.annotations.NullMarked;
