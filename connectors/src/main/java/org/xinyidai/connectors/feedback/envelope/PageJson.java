package org.xinyidai.connectors.feedback.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.ReceivedPage.Received;

/** Pages of a node's list as JSON (对账清单报文), docs/events/received-1.schema.json. */
public final class PageJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonMapper TREES = JsonMapper.builder().build();

  private PageJson() {}

  /**
   * The page as bytes.
   *
   * @param node that lists
   */
  public static byte[] write(String node, ReceivedPage page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("version", BatchHeader.VERSION);
      json.writeStringField("node", node);
      json.writeStringField("day", page.day().toString());
      json.writeArrayFieldStart("records");
      for (Received one : page.records()) {
        json.writeStartObject();
        json.writeStringField("id", one.id());
        json.writeStringField("digest", one.digest());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("next", page.next());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return out.toByteArray();
  }

  /** The page; empty for what is none as published. */
  public static Optional<ReceivedPage> read(byte[] bytes) {
    try {
      JsonNode root = TREES.readTree(bytes);
      JsonNode lines = root.path("records");
      boolean known = root.path("version").asInt(-1) == BatchHeader.VERSION;
      if (!known || !lines.isArray() || lines.size() > ReceivedPage.MAX_RECORDS) {
        return Optional.empty();
      }
      List<Received> records = new ArrayList<>(lines.size());
      for (JsonNode line : lines) {
        records.add(new Received(line.path("id").asText(), line.path("digest").asText()));
      }
      LocalDate day = LocalDate.parse(root.path("day").asText());
      return Optional.of(new ReceivedPage(day, records, root.path("next").asText()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // the library tells in many ways that bytes are no page
    }
  }
}
