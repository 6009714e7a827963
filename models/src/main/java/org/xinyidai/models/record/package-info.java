/**
 * What a source office says of an enterprise: one type per feed, declared once, checked before it
 * may become a fact. In: fields of text. Out: accepted rows or a reason. Next is {@code history}.
 */
@NullMarked
package org.xinyidai.models.record;

import org.jspecify.annotations.NullMarked;
