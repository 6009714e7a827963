package org.xinyidai.engine.feedback;

import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.envelope.PartyCard;

/**
 * A node to return results to (节点配置).
 *
 * @param card its public keys, as it has handed them over
 */
public record NodeSettings(Tier tier, NodeAddress address, PartyCard card) {}
