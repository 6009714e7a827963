package org.xinyidai.connectors.feed;

import static org.xinyidai.connectors.feed.ColumnNames.UNKNOWN;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Fields;

/**
 * Reads one flat JSON object a line; values are texts, numbers, true, false or null. A line that is
 * no such object, or names a column twice, is refused alone.
 */
final class NdjsonFeedReader implements FeedReader {
  /** Names come from outside: they are not kept beyond the file. */
  private final JsonFactory json =
      new JsonFactoryBuilder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final Reading reading;
  private final TextReader text;
  private final Lines lines;
  private final ColumnNames names;
  private final int columns;
  private @Nullable RawRecord current;

  NdjsonFeedReader(Reading reading, TextReader text) {
    this.reading = reading;
    this.text = text;
    lines = new Lines(text, reading.limits().maxRecordChars());
    names = new ColumnNames(reading.feed(), reading.subject());
    columns = reading.feed().columns().size();
  }

  @Override
  public boolean next() throws UnreadableFile {
    try {
      while (lines.next()) {
        int first = firstChar();
        if (first >= 0) {
          refuseArray(first);
          String raw = new String(lines.buffer(), lines.start(), lines.length());
          Fields fields = lines.isWhole() ? fields() : null;
          current = new RawRecord(lines.number(), fields, () -> raw, () -> named(raw));
          return true;
        }
      }
      return false;
    } catch (IOException failure) {
      throw UnreadableFile.of(reading.name(), failure);
    }
  }

  @Override
  public RawRecord current() {
    if (current == null) {
      throw new IllegalStateException("next() was not asked, or there was no record");
    }
    return current;
  }

  @Override
  public Set<String> ignoredColumns() {
    return names.ignored();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** The first character of the line that is no space, or -1 for a blank line. */
  private int firstChar() {
    for (int i = lines.start(); i < lines.start() + lines.length(); i++) {
      if (lines.buffer()[i] > ' ') {
        return lines.buffer()[i];
      }
    }
    return -1;
  }

  private void refuseArray(int first) throws UnreadableFile {
    if (first == '[' && current == null) {
      throw new UnreadableFile("this is a JSON array; send one object a line without brackets");
    }
  }

  /** The values of an object that was read before without fault. */
  private Map<String, String> named(String object) {
    Map<String, String> named = new LinkedHashMap<>();
    try (JsonParser parser = json.createParser(object)) {
      parser.nextToken();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
          named.putIfAbsent(field.strip(), parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return named;
  }

  private @Nullable Fields fields() {
    try (JsonParser parser = json.createParser(lines.buffer(), lines.start(), lines.length())) {
      return fields(parser);
    } catch (IOException notJson) {
      return null;
    }
  }

  private @Nullable Fields fields(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    @Nullable String[] texts = new @Nullable String[columns];
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      int column = names.position(field);
      JsonToken value = parser.nextToken();
      if (column == UNKNOWN) {
        parser.skipChildren();
      } else if (!value.isScalarValue() || texts[column] != null) {
        return null;
      } else if (value != JsonToken.VALUE_NULL) {
        String text = parser.getText();
        texts[column] = column == 0 ? reading.subject().uscc().apply(text) : text;
      }
    }
    boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    return whole ? column -> texts[column] : null;
  }
}
