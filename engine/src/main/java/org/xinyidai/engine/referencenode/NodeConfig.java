package org.xinyidai.engine.referencenode;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.http.Address;

/**
 * What a reference node is started with (参考节点配置).
 *
 * @param state folder of its keys and of what it holds
 * @param address in the clear for this machine alone
 * @param senders whose batches it takes
 */
public record NodeConfig(
    Path state, PartyKeys keys, Address address, List<PartyCard> senders, FailurePlan plan) {
  public NodeConfig {
    senders = List.copyOf(senders);
  }

  /** The keys in the folder of a node, made where they are absent. */
  public static PartyKeys keys(String code, Path state) throws IOException {
    return PartyKeys.ofFolder(code, state.resolve("keys"), new SecureRandom());
  }

  Path results() {
    return state.resolve("results");
  }

  Map<String, PartyCard> sendersByCode() {
    return senders.stream().collect(Collectors.toMap(PartyCard::code, Function.identity()));
  }
}
