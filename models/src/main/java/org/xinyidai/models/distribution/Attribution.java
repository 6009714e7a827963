package org.xinyidai.models.distribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.record.Feed;

/**
 * Gathers moved features to the feed they come from (漂移归因). A feed is named where a feature that
 * reads it alone moved; a feature of several feeds is explained by one of them that is named, and
 * names all of them otherwise. Months that follow each other make one episode, for a window of many
 * months keeps showing what happened in one.
 */
final class Attribution {
  private final FeatureSchema schema;
  private final List<Episode> ended = new ArrayList<>();
  private Map<Place, Growing> open = new LinkedHashMap<>();

  /** What an episode is about. */
  private record Place(List<String> feeds, String district) {}

  /** An episode that the last month still showed; features with their greatest PSI. */
  private record Growing(YearMonth since, YearMonth until, Map<String, Double> features) {}

  Attribution(FeatureSchema schema) {
    this.schema = schema;
  }

  /** Takes the movements of the next month. */
  void month(LocalDate asOf, List<Movement> movements) {
    YearMonth month = YearMonth.from(asOf);
    Map<String, Map<Integer, Double>> byDistrict = new TreeMap<>();
    for (Movement movement : movements) {
      if (movement.isEverywhere()) {
        put(byDistrict, Episode.EVERYWHERE, movement.feature(), movement.stability());
      } else {
        movement
            .moved()
            .forEach(
                part -> put(byDistrict, part.district(), movement.feature(), part.stability()));
      }
    }
    Map<Place, Growing> now = new LinkedHashMap<>();
    byDistrict.forEach((district, moved) -> gather(district, moved, month, now));
    open.forEach((place, before) -> end(place, before, now));
    open = now;
  }

  /** All episodes, the newest first, then the greatest. */
  List<Episode> episodes() {
    List<Episode> all = new ArrayList<>(ended);
    open.forEach((place, growing) -> all.add(episode(place, growing)));
    all.sort(
        Comparator.comparing(Episode::since)
            .thenComparing(Episode::stability)
            .reversed()
            .thenComparing(Episode::district)
            .thenComparing(episode -> episode.feeds().toString()));
    return all;
  }

  private void gather(
      String district, Map<Integer, Double> moved, YearMonth month, Map<Place, Growing> now) {
    Set<String> named = new TreeSet<>();
    moved.keySet().stream().map(this::feeds).filter(f -> f.size() == 1).forEach(named::addAll);
    moved.forEach(
        (feature, stability) -> {
          List<String> feeds = feeds(feature);
          List<String> explaining = feeds.stream().filter(named::contains).toList();
          Place place = new Place(explaining.isEmpty() ? feeds : explaining, district);
          Growing before = open.get(place);
          now.computeIfAbsent(place, fresh -> grown(before, month))
              .features()
              .merge(schema.features().get(feature).name(), stability, Math::max);
        });
  }

  private static Growing grown(@Nullable Growing before, YearMonth month) {
    return before == null
        ? new Growing(month, month, new HashMap<>())
        : new Growing(before.since(), month, new HashMap<>(before.features()));
  }

  private void end(Place place, Growing before, Map<Place, Growing> now) {
    if (!now.containsKey(place)) {
      ended.add(episode(place, before));
    }
  }

  private static Episode episode(Place place, Growing growing) {
    List<String> features =
        growing.features().entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    double greatest = growing.features().values().stream().reduce(0.0, Math::max);
    return new Episode(
        place.feeds(), place.district(), growing.since(), growing.until(), features, greatest);
  }

  private List<String> feeds(int feature) {
    FeatureDefinition definition = schema.features().get(feature);
    return definition.feeds().stream().map(Feed::id).sorted().toList();
  }

  private static void put(
      Map<String, Map<Integer, Double>> by, String district, int feature, double stability) {
    by.computeIfAbsent(district, fresh -> new TreeMap<>()).put(feature, stability);
  }
}
