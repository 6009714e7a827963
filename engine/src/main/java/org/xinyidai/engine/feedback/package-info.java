/**
 * The way from the outbox to the regional and the national node (融资结果回传, B12, B13, C26). In:
 * results that arose, from {@code outbox}, and what the nodes answer. Out: batches through the port
 * of {@code connectors.feedback}, the ledger of what was sent, accepted, rejected and mended, and a
 * list of what people must see to. Each tier has its own place in the outbox, its own batches and
 * its own ledger; every move of a record and the counts that follow from it are one write. Next is
 * {@code login}.
 */
@NullMarked
package org.xinyidai.engine.feedback;

import org.jspecify.annotations.NullMarked;
