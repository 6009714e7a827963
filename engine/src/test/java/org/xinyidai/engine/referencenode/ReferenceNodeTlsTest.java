package org.xinyidai.engine.referencenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.NodeFailure.Category;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;
import org.xinyidai.connectors.feedback.client.NodeAddress;
import org.xinyidai.connectors.feedback.client.NodeClient;
import org.xinyidai.engine.http.TestCertificates;
import org.xinyidai.engine.http.TestCertificates.Pair;
import org.xinyidai.engine.http.tls.Transport;

/** Both sides prove themselves by certificates; who cannot is not let in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceNodeTlsTest {
  @TempDir private Path folder;

  @Test
  void a_platform_with_its_certificate_is_served_and_one_with_another_is_not() throws Exception {
    TestCertificates certificates = new TestCertificates(folder);
    Pair server = certificates.server("node");
    Pair client = certificates.server("platform");
    Pair stranger = certificates.server("stranger");
    Transport tls = new Transport.Tls(server.serverFor(client));
    NodeAddress.Tls own =
        new NodeAddress.Tls(client.key(), client.certificate(), server.certificate());
    try (RunningNode node = new RunningNode(folder.resolve("n"), FailurePlan.none(), tls, own)) {
      assertEquals(
          Verdict.ACCEPTED,
          node.send(Sent.batch(node.sealer, 1, Sent.ids("t", 1))).records().get(0).verdict());
      NodeAddress.Tls other =
          new NodeAddress.Tls(stranger.key(), stranger.certificate(), server.certificate());
      assertNotServed(node, other);
      NodeAddress.Tls misled =
          new NodeAddress.Tls(client.key(), client.certificate(), stranger.certificate());
      assertNotServed(node, misled);
    }
  }

  private static void assertNotServed(RunningNode node, NodeAddress.Tls tls) {
    try (NodeClient client = node.client(tls, Duration.ofSeconds(10))) {
      NodeFailure failure =
          RunningNode.failure(client.send(Sent.batch(node.sealer, 2, Sent.ids("u", 1))));
      assertEquals(Category.TRY_AGAIN, failure.category(), failure.getMessage());
      assertEquals("TLS", failure.code(), failure.getMessage());
    }
  }

  @Test
  void a_node_on_another_machine_is_reached_by_tls_alone() {
    for (String base : new String[] {"http://10.1.2.3:80", "https://10.1.2.3", "ftp://x", "node"}) {
      assertThrows(
          IllegalArgumentException.class, () -> NodeAddress.of(URI.create(base), null), base);
    }
  }
}
