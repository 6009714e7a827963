/**
 * How long derived data is kept (保存期限), declared as data with a reason. In: rules as JSON. Out:
 * rules. Next is {@code report}.
 */
@NullMarked
package org.xinyidai.connectors.retention;

import org.jspecify.annotations.NullMarked;
