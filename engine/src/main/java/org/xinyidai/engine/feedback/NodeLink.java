package org.xinyidai.engine.feedback;

import org.xinyidai.connectors.feedback.ResultNode;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;

/**
 * A node and how batches are sealed for it (节点连接).
 *
 * @param node that the relay closes
 */
public record NodeLink(Tier tier, ResultNode node, BatchSealer sealer) {}
