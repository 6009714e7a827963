package org.xinyidai.models.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowTextsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

  static Stream<Feed<?>> feeds() {
    return Feeds.KNOWN.stream();
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void the_texts_of_a_row_are_read_back_into_the_same_row(Feed<?> feed) {
    Row row = accepted(feed, new SampleFields(feed));

    Map<String, String> texts = RowTexts.of(feed, row);

    assertEquals(feed.columns().size(), texts.size());
    Fields again = position -> texts.getOrDefault(feed.columns().get(position).name(), "");
    assertEquals(row, accepted(feed, again));
  }

  private static Row accepted(Feed<?> feed, Fields fields) {
    Validated<Row> validated = feed.validate(fields, DAY);
    if (validated instanceof Validated.Accepted<Row> accepted) {
      return accepted.value();
    }
    throw new AssertionError(validated.toString());
  }
}
