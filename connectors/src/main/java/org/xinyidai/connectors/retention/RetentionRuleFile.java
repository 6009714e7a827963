package org.xinyidai.connectors.retention;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.retention.RetentionRule.Kind;

/**
 * Rules of retention as JSON (保存期限规则文件): a list of {@code {kind, keep, reason}}, with {@code keep}
 * as ISO 8601 writes a period, such as {@code P60M}. Every kind stands there once.
 */
public final class RetentionRuleFile {
  private static final JsonMapper JSON = new JsonMapper();

  private RetentionRuleFile() {}

  private record Line(@Nullable String kind, @Nullable String keep, @Nullable String reason) {}

  /** The rules that come with the program. */
  public static List<RetentionRule> bundled() {
    try (InputStream in = RetentionRuleFile.class.getResourceAsStream("retention-rules.json")) {
      return read(Objects.requireNonNull(in, "retention-rules.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules; the stream stays open.
   *
   * @throws IOException that names the line at fault
   */
  public static List<RetentionRule> read(InputStream in) throws IOException {
    List<RetentionRule> rules = new ArrayList<>();
    for (Line line : JSON.readValue(in, new TypeReference<List<Line>>() {})) {
      RetentionRule rule = rule(line);
      if (rules.stream().anyMatch(other -> other.kind() == rule.kind())) {
        throw new IOException("retention rules: " + line.kind() + " stands twice");
      }
      rules.add(rule);
    }
    for (Kind kind : Kind.values()) {
      if (rules.stream().noneMatch(rule -> rule.kind() == kind)) {
        throw new IOException("retention rules: " + kind.code() + " is not there");
      }
    }
    return rules;
  }

  private static RetentionRule rule(Line line) throws IOException {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.code().equals(line.kind()))
            .findFirst()
            .orElseThrow(() -> new IOException("retention rules: no kind " + line.kind()));
    if (line.reason() == null || line.reason().isBlank()) {
      throw new IOException("retention rule of " + line.kind() + ": give a reason");
    }
    try {
      return new RetentionRule(kind, Period.parse(String.valueOf(line.keep())), line.reason());
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new IOException(
          "retention rule of " + line.kind() + ": keep is a period above zero, such as P24M", e);
    }
  }
}
