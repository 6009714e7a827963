package org.xinyidai.connectors.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A result as it travels (结果报文行): one JSON object in UTF-8 without blanks or line feeds, its fields
 * always in the same order, so that the same result always is the same bytes. A field that has no
 * value is left out.
 */
public final class ResultLine {
  /** A result with every field as long as it may be takes half of it. */
  public static final int MAX_BYTES = 8 * 1024;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_BYTES = 1024;

  private ResultLine() {}

  /** The bytes, without a line feed behind them. */
  public static byte[] write(FinancingResult result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      head(json, result);
      parts(json, result);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return out.toByteArray();
  }

  private static void head(JsonGenerator json, FinancingResult result) throws IOException {
    json.writeNumberField("version", FinancingResult.VERSION);
    json.writeStringField("id", result.id());
    json.writeStringField("kind", result.kind().code());
    json.writeStringField("origin", result.origin().code());
    json.writeStringField("occurredAt", result.occurredAt().toString());
    json.writeStringField("reportedAt", result.reportedAt().toString());
    text(json, "corrects", result.corrects());
    json.writeObjectFieldStart("enterprise");
    json.writeStringField("uscc", result.enterprise().uscc());
    json.writeStringField("name", result.enterprise().name());
    json.writeEndObject();
    json.writeObjectFieldStart("institution");
    json.writeStringField("code", result.institution().code());
    json.writeStringField("name", result.institution().name());
    json.writeEndObject();
    FinancingResult.Product product = result.product();
    if (product != null) {
      json.writeObjectFieldStart("product");
      json.writeStringField("id", product.id());
      json.writeNumberField("version", product.version());
      json.writeStringField("name", product.name());
      json.writeEndObject();
    }
    text(json, "applicationId", result.applicationId());
  }

  private static void parts(JsonGenerator json, FinancingResult result) throws IOException {
    grant(json, result.grant());
    FinancingResult.DrawDown drawDown = result.drawDown();
    if (drawDown != null) {
      json.writeObjectFieldStart("drawDown");
      json.writeStringField("number", drawDown.number());
      json.writeNumberField("amountFen", drawDown.amountFen());
      json.writeStringField("drawnOn", drawDown.drawnOn().toString());
      json.writeStringField("dueOn", drawDown.dueOn().toString());
      json.writeEndObject();
    }
    FinancingResult.Standing standing = result.standing();
    if (standing != null) {
      FiveClass grade = standing.fiveClass();
      json.writeObjectFieldStart("standing");
      json.writeNumberField("balanceFen", standing.balanceFen());
      text(json, "fiveClass", grade == null ? null : grade.code());
      json.writeNumberField("overdueDays", standing.overdueDays());
      json.writeNumberField("overdueFen", standing.overdueFen());
      text(json, "settledOn", standing.settledOn());
      json.writeEndObject();
    }
    text(json, "reason", result.reason());
  }

  private static void grant(JsonGenerator json, FinancingResult.@Nullable Grant grant)
      throws IOException {
    if (grant == null) {
      return;
    }
    json.writeObjectFieldStart("grant");
    json.writeStringField("number", grant.number());
    json.writeNumberField("amountFen", grant.amountFen());
    json.writeStringField("startOn", grant.startOn().toString());
    json.writeStringField("endOn", grant.endOn().toString());
    json.writeStringField("guaranteeMode", grant.guaranteeMode().code());
    json.writeBooleanField("creditLoan", grant.creditLoan());
    json.writeBooleanField("firstLoan", grant.firstLoan());
    json.writeNumberField("rateBp", grant.rateBp());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value.toString());
    }
  }
}
