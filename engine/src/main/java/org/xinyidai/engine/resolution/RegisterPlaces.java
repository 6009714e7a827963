package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.PlainText;

/**
 * Cities and districts as the register's own names and addresses begin with them (辖区地名), so that no
 * list of places has to be kept: what many enterprises of one division code begin with is a place,
 * what a few do is a name.
 */
final class RegisterPlaces {
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:[\\p{IsHan}]{2,3}省|[\\p{IsHan}]{2,5}自治区)?"
              + "([\\p{IsHan}&&[^县区旗]]{2,6}?(?:市|自治州|地区|盟))?"
              + "([\\p{IsHan}]{2,8}?(?:自治县|区|县|旗|市))?");

  private static final int FEWEST = 3;

  /** One in so many of a division's names and addresses; what fewer begin with is a trade name. */
  private static final int SHARE = 200;

  private final Map<String, Map<String, Integer>> cities = new HashMap<>();
  private final Map<String, Map<String, Integer>> districts = new HashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();

  /** Takes a registration into account; it counts twice where both name and address begin so. */
  void add(MarketRegistration registration) {
    String division = registration.divisionCode();
    add(division, registration.name());
    add(division, registration.contact().address());
  }

  /** The places told so far. */
  PlaceNames places() {
    List<String> foundCities = common(cities);
    List<String> foundDistricts = common(districts);
    foundDistricts.removeAll(foundCities);
    return PlaceNames.of(foundCities, foundDistricts);
  }

  private void add(String division, String text) {
    texts.merge(division, 1, Integer::sum);
    Matcher matcher = LEADING.matcher(PlainText.of(Simplified.of(text)));
    if (matcher.find()) {
      count(cities, division, matcher.group(1));
      count(districts, division, matcher.group(2));
    }
  }

  private static void count(
      Map<String, Map<String, Integer>> counts, String division, @Nullable String place) {
    if (place != null) {
      counts.computeIfAbsent(division, code -> new HashMap<>()).merge(place, 1, Integer::sum);
    }
  }

  private List<String> common(Map<String, Map<String, Integer>> byDivision) {
    TreeSet<String> found = new TreeSet<>();
    byDivision.forEach(
        (division, counts) -> {
          int all = texts.getOrDefault(division, 0);
          counts.forEach(
              (place, count) -> {
                if (count >= FEWEST && count * SHARE >= all) {
                  found.add(place);
                }
              });
        });
    return new ArrayList<>(found);
  }
}
