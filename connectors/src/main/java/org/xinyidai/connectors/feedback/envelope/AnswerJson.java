package org.xinyidai.connectors.feedback.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;

/** Answers to batches as JSON (回执报文), docs/events/answer-1.schema.json. */
public final class AnswerJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonMapper TREES = JsonMapper.builder().build();
  private static final int USUAL_RECORD_BYTES = 96;

  private AnswerJson() {}

  /**
   * What an answer says, before it is held against what was sent.
   *
   * @param node that answers
   * @param batch number of the batch
   * @param digest of the lines that are answered
   */
  public record Said(
      String node, String batch, String digest, Instant at, List<RecordAnswer> records) {
    public Said {
      records = List.copyOf(records);
    }
  }

  public static byte[] write(Said said) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(512 + USUAL_RECORD_BYTES * said.records().size());
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("version", BatchHeader.VERSION);
      json.writeStringField("node", said.node());
      json.writeStringField("batch", said.batch());
      json.writeStringField("digest", said.digest());
      json.writeStringField("at", said.at().toString());
      json.writeArrayFieldStart("records");
      for (RecordAnswer one : said.records()) {
        write(json, one);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, RecordAnswer one) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", one.line());
    json.writeStringField("id", one.id());
    json.writeStringField("verdict", one.verdict().code());
    if (one.verdict() != Verdict.ACCEPTED) {
      json.writeStringField("code", one.code());
      json.writeStringField("field", one.field());
      json.writeStringField("sentence", one.sentence());
    }
    json.writeEndObject();
  }

  /** What an answer says; empty for what is no answer as published. */
  public static Optional<Said> read(byte[] bytes) {
    try {
      JsonNode root = TREES.readTree(bytes);
      JsonNode lines = root.path("records");
      boolean known = root.path("version").asInt(-1) == BatchHeader.VERSION;
      if (!known || !lines.isArray() || lines.size() > 2 * BatchLimits.MAX_RECORDS) {
        return Optional.empty();
      }
      List<RecordAnswer> records = new ArrayList<>(lines.size());
      for (JsonNode line : lines) {
        records.add(record(line));
      }
      return Optional.of(
          new Said(
              root.path("node").asText(),
              root.path("batch").asText(),
              root.path("digest").asText(),
              Instant.parse(root.path("at").asText()),
              records));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // the library tells in many ways that bytes are no answer
    }
  }

  private static RecordAnswer record(JsonNode line) {
    return new RecordAnswer(
        line.path("line").asInt(),
        line.path("id").asText(),
        Verdict.ofCode(line.path("verdict").asText()).orElseThrow(),
        line.path("code").asText(),
        line.path("field").asText(),
        line.path("sentence").asText());
  }
}
