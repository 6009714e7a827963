package org.xinyidai.engine.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.models.subject.Uscc;

/** A case as it is stored: JSON, of which this version reads what it knows. */
final class CaseCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CaseCodec() {}

  /** The stored form; fields are added, never renamed. */
  private record Stored(
      String id, String kind, String fact, List<CaseFile.Step> steps, boolean settled) {}

  static byte[] write(CaseFile file) {
    try {
      return JSON.writeValueAsBytes(
          new Stored(
              file.id(), file.kind().name(), file.fact().toString(), file.steps(), file.settled()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a case cannot be written", e);
    }
  }

  static CaseFile read(Uscc uscc, byte[] bytes) {
    try {
      Stored stored = JSON.readValue(bytes, Stored.class);
      return new CaseFile(
          stored.id(),
          CaseFile.Kind.valueOf(stored.kind()),
          uscc,
          FactRow.Name.parse(stored.fact()).orElseThrow(),
          stored.steps(),
          stored.settled());
    } catch (IOException e) {
      throw new IllegalStateException("a stored case is damaged", e);
    }
  }
}
