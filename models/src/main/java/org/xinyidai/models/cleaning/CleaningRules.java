package org.xinyidai.models.cleaning;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.record.Column;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Validated.Reason;

/** The rules in force, the first that can tell being taken (清洗规则集). */
public record CleaningRules(List<CleaningRule> rules) {
  public CleaningRules {
    rules = List.copyOf(rules);
    long ids = rules.stream().map(CleaningRule::id).distinct().count();
    if (ids != rules.size()) {
      throw new IllegalArgumentException("two cleaning rules of one id");
    }
  }

  /** What was meant in the column that a row was refused for; empty where no rule can tell. */
  public Optional<Correction> correct(Feed<?> feed, String field, Reason reason, String text) {
    if (feed.position(field).isEmpty() || text.isBlank()) {
      return Optional.empty();
    }
    Column column = feed.columns().get(feed.position(field).getAsInt());
    return rules.stream()
        .filter(rule -> rule.looksAt(reason, column))
        .flatMap(
            rule ->
                rule.remedy().of(text).stream()
                    .map(
                        after ->
                            new Correction(
                                rule.id() + "/" + rule.version(),
                                field,
                                text,
                                after,
                                rule.policy())))
        .findFirst();
  }
}
