/**
 * What leaves for the regional and the national node (融资结果回传, B12, B13, C26). In: what became of an
 * application, as a {@link org.xinyidai.connectors.feedback.FinancingResult}. Out: its line as it
 * travels, why a line would be refused, and the port {@link
 * org.xinyidai.connectors.feedback.ResultNode} behind which a node stands. The form is published in
 * docs/events. Next is {@code envelope}, which seals lines, and {@code client}, which sends them.
 */
@NullMarked
package org.xinyidai.connectors.feedback;

import org.jspecify.annotations.NullMarked;
