/**
 * Whose record is it (主体归集)? What a record without a code says of its enterprise is weighed against
 * what the register says. In: a claim and its candidates. Out: filed, for a person to decide, or
 * unresolved, each with its evidence. Next is {@code history}.
 */
@NullMarked
package org.xinyidai.models.resolution;

import org.jspecify.annotations.NullMarked;
