package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import org.xinyidai.models.product.Text;

/** A sentence or title in both languages, as the API shows it. */
record TextView(String zh, String en) implements JsonSerializable {
  private static final SerializableString ZH = new SerializedString("zh");
  private static final SerializableString EN = new SerializedString("en");

  static TextView of(Text text) {
    return new TextView(text.zh(), text.en());
  }

  /** Written member by member, for a page of matches holds hundreds of them. */
  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    json.writeStartObject();
    json.writeFieldName(ZH);
    json.writeString(zh);
    json.writeFieldName(EN);
    json.writeString(en);
    json.writeEndObject();
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    serialize(json, provider);
  }
}
