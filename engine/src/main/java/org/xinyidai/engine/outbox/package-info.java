/**
 * What shall leave the platform (待发箱), written in the same write as the change that it tells of, so
 * that no crash loses or doubles it. In: entries, as parts of other changes. Out: pages of them in
 * the order of their commits, for whoever carries them outward. Next is {@code redress}.
 */
@NullMarked
package org.xinyidai.engine.outbox;

import org.jspecify.annotations.NullMarked;
