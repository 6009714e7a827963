package org.xinyidai.connectors.feedback.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The refusal of a whole batch as JSON (整批拒收报文), docs/events/refusal-1.schema.json. */
public final class RefusalJson {
  private static final JsonMapper TREES = JsonMapper.builder().build();

  private RefusalJson() {}

  /**
   * The refusal as bytes.
   *
   * @param batch number under which it came
   */
  public static byte[] write(String node, String batch, BatchFault fault) {
    try {
      return TREES.writeValueAsBytes(
          TREES
              .createObjectNode()
              .put("version", BatchHeader.VERSION)
              .put("node", node)
              .put("batch", batch)
              .put("code", fault.name()));
    } catch (IOException e) {
      throw new IllegalStateException("a refusal cannot be written", e);
    }
  }

  /** Why; empty for what is no refusal as published. */
  public static Optional<BatchFault> read(byte[] bytes) {
    try {
      JsonNode root = TREES.readTree(bytes);
      String code = root.path("code").asText();
      return root.path("version").asInt(-1) == BatchHeader.VERSION
          ? Stream.of(BatchFault.values()).filter(one -> one.name().equals(code)).findFirst()
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
