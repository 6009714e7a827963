package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.xinyidai.connectors.feedback.envelope.BatchHeader;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.engine.referencenode.NodeConfig;
import picocli.CommandLine.Option;

/** The folder of a reference node, apart from any platform's, and the code by which it is known. */
final class NodeStateOption {
  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      defaultValue = "state/reference-node",
      description = "folder of the node's keys and results (default: ${DEFAULT-VALUE})")
  Path folder = Path.of("state/reference-node");

  @Option(
      names = "--code",
      defaultValue = "national",
      description = "what the node is called in batches (default: ${DEFAULT-VALUE})")
  private String code = "national";

  /** The keys, made where they are absent. */
  PartyKeys keys() {
    if (!BatchHeader.isCode(code)) {
      throw new Failure("--code takes up to 40 letters, digits, dots, underscores and hyphens");
    }
    try {
      return NodeConfig.keys(code, folder);
    } catch (IOException e) {
      throw new Failure("the keys cannot be had: " + e.getMessage(), e);
    }
  }
}
