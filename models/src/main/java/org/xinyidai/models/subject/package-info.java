/**
 * Who is spoken of: the enterprise (经营主体), its code, district, industry and size. Second room on
 * the path; next is {@code record}.
 */
@NullMarked
package org.xinyidai.models.subject;

import org.jspecify.annotations.NullMarked;
