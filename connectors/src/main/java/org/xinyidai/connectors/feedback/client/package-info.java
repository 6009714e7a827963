/**
 * The way to a node over HTTP (节点连接器). In: sealed batches and questions for lists. Out: answers
 * that are proved to be the node's, or a failure that says whether to try again. Next is the relay
 * of the engine, which alone decides when.
 */
@NullMarked
package org.xinyidai.connectors.feedback.client;

import org.jspecify.annotations.NullMarked;
