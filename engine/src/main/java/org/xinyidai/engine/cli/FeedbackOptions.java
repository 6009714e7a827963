package org.xinyidai.engine.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.NodeSettings;
import org.xinyidai.engine.feedback.Outward;
import org.xinyidai.engine.feedback.RelaySettings;
import org.xinyidai.engine.feedback.Tier;
import picocli.CommandLine.Option;

/** To which nodes results are returned, and with which keys; without any of them nothing leaves. */
final class FeedbackOptions {
  @Option(
      names = "--node-id",
      paramLabel = "CODE",
      description = "code under which the nodes know this platform")
  private @Nullable String id;

  @Option(
      names = "--node-keys",
      paramLabel = "FOLDER",
      description =
          "folder of this platform's keys for batches, sign.sm2 and open.sm2; made where there are"
              + " none")
  private @Nullable Path keys;

  @Option(
      names = "--region-url",
      paramLabel = "URL",
      description = "return results to the regional node there; in the clear on this machine alone")
  private @Nullable URI regionUrl;

  @Option(
      names = "--region-card",
      paramLabel = "FILE",
      description = "public keys of the regional node, as it handed them over")
  private @Nullable Path regionCard;

  @Option(
      names = "--nation-url",
      paramLabel = "URL",
      description =
          "return results to the national node there; leave it out where the region passes them on")
  private @Nullable URI nationUrl;

  @Option(
      names = "--nation-card",
      paramLabel = "FILE",
      description = "public keys of the national node, as it handed them over")
  private @Nullable Path nationCard;

  @Option(
      names = "--node-tls-key",
      paramLabel = "FILE",
      description = "private key with which this platform proves itself to nodes, in PEM")
  private @Nullable Path tlsKey;

  @Option(
      names = "--node-tls-cert",
      paramLabel = "FILE",
      description = "the certificate of that key, in PEM")
  private @Nullable Path tlsCertificate;

  @Option(
      names = "--node-tls-authorities",
      paramLabel = "FILE",
      description = "authorities by which the certificates of nodes are signed, in PEM")
  private @Nullable Path tlsAuthorities;

  /** Fails with one line where a value makes no sense. */
  void check() {
    boolean any = regionUrl != null || nationUrl != null;
    if (any && (id == null || keys == null)) {
      throw new Failure("--region-url and --nation-url need --node-id and --node-keys");
    }
    nodes();
  }

  /** Begins to return results; empty where no node is named. */
  Optional<Outward> begin(Feedback feedback) {
    List<NodeSettings> nodes = nodes();
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Outward.begin(feedback, own(), nodes, RelaySettings.standard()));
  }

  private PartyKeys own() {
    if (id == null || keys == null) {
      throw new Failure("--region-url and --nation-url need --node-id and --node-keys");
    }
    try {
      return PartyKeys.ofFolder(id, keys, new SecureRandom());
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure("--node-keys: " + e.getMessage(), e);
    }
  }

  private List<NodeSettings> nodes() {
    List<NodeSettings> nodes = new ArrayList<>();
    if (regionUrl != null) {
      nodes.add(node(Tier.REGIONAL, regionUrl, regionCard, "region"));
    }
    if (nationUrl != null) {
      nodes.add(node(Tier.NATIONAL, nationUrl, nationCard, "nation"));
    }
    return nodes;
  }

  private NodeSettings node(Tier tier, URI url, @Nullable Path card, String name) {
    if (card == null) {
      throw new Failure("--" + name + "-url needs --" + name + "-card");
    }
    try {
      return new NodeSettings(tier, NodeAddress.of(url, tls(url)), PartyCard.ofFile(card));
    } catch (IllegalArgumentException e) {
      throw new Failure("--" + name + "-url: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure("--" + name + "-card: " + e.getMessage(), e);
    }
  }

  private NodeAddress.@Nullable Tls tls(URI url) {
    if (!"https".equals(url.getScheme())) {
      return null;
    }
    if (tlsKey == null || tlsCertificate == null || tlsAuthorities == null) {
      throw new Failure(
          "a node at https needs --node-tls-key, --node-tls-cert and --node-tls-authorities");
    }
    return new NodeAddress.Tls(tlsKey, tlsCertificate, tlsAuthorities);
  }
}
