package org.xinyidai.models.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.Feed;

/**
 * The page of the catalogue is written from the catalogue; run with -Dxinyidai.write=true to write
 * it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeaturesPageTest {
  private static final Path PAGE = Path.of("../docs/features.md");

  @Test
  void the_page_says_what_the_catalogue_says() throws IOException {
    String page = page(FeatureCatalogue.CURRENT);
    if (Boolean.getBoolean("xinyidai.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(
        page,
        written,
        "docs/features.md is stale; write it by: mvn -pl models -am test -Dxinyidai.write=true "
            + "-Dtest=FeaturesPageTest -Dsurefire.failIfNoSpecifiedTests=false");
  }

  private static String page(FeatureSchema schema) {
    List<String> rules =
        schema.features().stream().map(FeatureDefinition::missingRule).distinct().toList();
    StringJoiner page = new StringJoiner("\n", "", "\n");
    page.add("# Features 特征目录").add("");
    page.add(
        "Written from `FeatureCatalogue`, schema version %d, %d features. Position is that in a stored vector."
            .formatted(schema.version(), schema.features().size()));
    page.add("");
    page.add(
        "Flows are taken over whole calendar months, the last of which has ended; events to the very "
            + "day. Nothing after the day asked for is seen, nor what became known after the instant "
            + "asked for. Red invoices reduce sums; void invoices count in void rates alone. Tax and "
            + "bills count in the month in which they were declared or paid; what is owed counts on "
            + "its due day, and still does when it was paid only after the month in which it fell due. "
            + "Monthly reports (use of utilities, logistics, headcounts) end with the "
            + "newest month reported, at most two months back: a report that is not in yet is no zero.");
    page.add("").add("## When a value is missing 缺失规则").add("");
    for (int i = 0; i < rules.size(); i++) {
      page.add("%d. %s".formatted(i + 1, rules.get(i)));
    }
    page.add("").add("## The features").add("");
    page.add("| # | name | 名称 | title | unit | months | feeds | missing | waiting |");
    page.add("|---|---|---|---|---|---|---|---|---|");
    for (int i = 0; i < schema.features().size(); i++) {
      page.add(row(i, schema.features().get(i), rules));
    }
    return page.toString();
  }

  private static String row(int position, FeatureDefinition feature, List<String> rules) {
    return "| %d | `%s` | %s | %s | %s | %s | %s | %d | %s |"
        .formatted(
            position,
            feature.name(),
            feature.titleZh(),
            feature.titleEn(),
            feature.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
            feature.windowMonths() == 0 ? "" : String.valueOf(feature.windowMonths()),
            feature.feeds().stream().map(Feed::id).collect(Collectors.joining(", ")),
            rules.indexOf(feature.missingRule()) + 1,
            waiting(feature.mends()));
  }

  private static String waiting(MendsWithTime mends) {
    return switch (mends) {
      case NEVER -> "";
      case AGES -> "grows";
      case EXPIRES -> "falls";
    };
  }
}
