package org.xinyidai.engine.http.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.cleaning.Cleaning;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.store.Traces;
import org.xinyidai.models.cleaning.CleaningRule;
import org.xinyidai.models.cleaning.Correction;

/** What was found to mend in a refused row, as the API shows it (清洗记录), with the row as it came. */
record CleaningView(
    String id,
    String batchId,
    long line,
    String feed,
    String status,
    List<Change> corrections,
    String by,
    String filedIn,
    @Nullable Map<String, String> row) {

  /** One text that was or would be changed. */
  record Change(String rule, String column, String before, String after) {
    static Change of(Correction each) {
      return new Change(each.rule(), each.column(), each.before(), each.after());
    }
  }

  /** A rule in force. */
  record Rule(
      String id,
      int version,
      List<String> reasons,
      List<String> kinds,
      String remedy,
      String policy,
      String basis) {
    static Rule of(CleaningRule rule) {
      return new Rule(
          rule.id(),
          rule.version(),
          rule.reasons().stream().map(Enum::name).sorted().toList(),
          rule.kinds().stream().map(Enum::name).sorted().toList(),
          rule.remedy().name(),
          rule.policy().name().toLowerCase(Locale.ROOT),
          rule.basis());
    }
  }

  /** What the office says to a suggestion. */
  record Decide(boolean agreed) {}

  /** What looking at a batch came to. */
  record Round(int applied, int suggested) {}

  /** A fact and the refused row that it came from. */
  record Trace(String feed, String day, String origin, @Nullable Map<String, String> row) {
    static Trace of(Traces.Trace trace, @Nullable RejectedRow row) {
      return new Trace(
          trace.feed().id(),
          trace.day().toString(),
          trace.origin(),
          row == null ? null : new TreeMap<>(row.named()));
    }
  }

  static CleaningView of(Cleaning each, @Nullable RejectedRow row) {
    return new CleaningView(
        each.batch() + ":" + each.line(),
        each.batch(),
        each.line(),
        each.feed(),
        each.status().name().toLowerCase(Locale.ROOT),
        each.corrections().stream().map(Change::of).toList(),
        each.by(),
        each.filedIn(),
        row == null ? null : new TreeMap<>(row.named()));
  }
}
