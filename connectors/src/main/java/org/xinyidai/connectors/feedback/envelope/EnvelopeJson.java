package org.xinyidai.connectors.feedback.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * Envelopes as JSON (信封报文), docs/events/batch-1.schema.json. Read and written as a stream: the body
 * is a text of a megabyte.
 */
public final class EnvelopeJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(BatchLimits.MAX_ENVELOPE_BYTES)
                  .maxNestingDepth(2)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Room for what stands beside the body. */
  private static final int REST_BYTES = 2_048;

  private EnvelopeJson() {}

  public static byte[] write(Envelope envelope) {
    BatchHeader header = envelope.header();
    byte[] body = envelope.body();
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3 * 4 + REST_BYTES);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("version", BatchHeader.VERSION);
      json.writeStringField("sender", header.sender());
      json.writeStringField("receiver", header.receiver());
      json.writeNumberField("sequence", header.sequence());
      json.writeNumberField("count", header.count());
      json.writeStringField("digest", header.digest());
      json.writeBinaryField("signature", envelope.signature());
      json.writeBinaryField("key", envelope.key());
      json.writeBinaryField("body", body);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return out.toByteArray();
  }

  /** What comes of reading. */
  public sealed interface Read {}

  /** An envelope, of which nothing is proved yet. */
  public record Sound(Envelope envelope) implements Read {}

  /** No envelope. */
  public record Unsound(BatchFault fault) implements Read {}

  /** Reads an envelope; never throws for what a stranger sends. */
  public static Read read(byte[] bytes) {
    if (bytes.length > BatchLimits.MAX_ENVELOPE_BYTES) {
      return new Unsound(BatchFault.TOO_LARGE);
    }
    try (JsonParser json = JSON.createParser(bytes)) {
      Fields fields = new Fields();
      fields.read(json);
      return fields.version == BatchHeader.VERSION
          ? new Sound(fields.envelope())
          : new Unsound(BatchFault.VERSION_UNKNOWN);
    } catch (IOException | IllegalArgumentException e) {
      return new Unsound(BatchFault.MALFORMED);
    }
  }

  /** The fields as they come; what is missing stays empty, which no header takes. */
  private static final class Fields {
    private static final byte[] NONE = {};

    private int version = -1;
    private String sender = "";
    private String receiver = "";
    private long sequence;
    private int count;
    private String digest = "";
    private byte[] signature = NONE;
    private byte[] key = NONE;
    private byte[] body = NONE;

    private void read(JsonParser json) throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("an envelope is an object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        field(json, name);
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IllegalArgumentException("an envelope is one object");
      }
    }

    private void field(JsonParser json, String name) throws IOException {
      switch (name) {
        case "version" -> version = json.getIntValue();
        case "sender" -> sender = text(json);
        case "receiver" -> receiver = text(json);
        case "sequence" -> sequence = json.getLongValue();
        case "count" -> count = json.getIntValue();
        case "digest" -> digest = text(json);
        case "signature" -> signature = bytes(json);
        case "key" -> key = bytes(json);
        case "body" -> body = bytes(json);
        default -> throw new IllegalArgumentException("an envelope has no field " + name);
      }
    }

    private Envelope envelope() {
      if (signature.length == 0 || key.length == 0 || body.length == 0) {
        throw new IllegalArgumentException("an envelope has a signature, a key and a body");
      }
      return new Envelope(
          new BatchHeader(sender, receiver, sequence, count, digest), signature, key, body);
    }

    private static String text(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException("a text is wanted");
      }
      return json.getText();
    }

    private static byte[] bytes(JsonParser json) throws IOException {
      return Base64.getDecoder().decode(text(json));
    }
  }
}
