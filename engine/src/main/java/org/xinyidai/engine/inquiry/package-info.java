/**
 * Questions and answers between enterprises and lenders (银企问答, B6). In come messages and files
 * about a product or a demand; out go the two sides' own threads, who has read how far, and how
 * fast lenders answer. Next room: {@code http}.
 */
@NullMarked
package org.xinyidai.engine.inquiry;

import org.jspecify.annotations.NullMarked;
