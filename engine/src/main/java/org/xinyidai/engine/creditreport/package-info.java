/**
 * Credit reports (信用报告). In comes an enterprise's file and who may see which part of it; out goes a
 * signed PDF with a verification code, and to anyone who holds a report whether it is genuine (E5).
 * Next room: {@code http}.
 */
@NullMarked
package org.xinyidai.engine.creditreport;

import org.jspecify.annotations.NullMarked;
