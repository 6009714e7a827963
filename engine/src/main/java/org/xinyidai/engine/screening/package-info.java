/**
 * Everyone in columns for lenders to screen (优企筛选): built from kept vectors, scores and the
 * register, and brought up to date by what changed. In: the store, the models, the shelf. Out: a
 * snapshot to screen. Next is {@code platform}; what a lender may see of it is decided in {@code
 * lead}.
 */
@NullMarked
package org.xinyidai.engine.screening;

import org.jspecify.annotations.NullMarked;
