package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  private static final int FEWEST = 2;

  /** One in so many of a division's names and addresses; what fewer begin with is a trade name. */
  private static final int SHARE = 200;

  /** In a division code the city's two digits, then the county's. */
  private static final int CITY_AT = 2;

  private static final int COUNTY_AT = 4;
  private static final String FIRST_COUNTY_CITY = "81";

  /** In the place of a city: the county is the province's own. */
  private static final String UNDER_PROVINCE = "90";

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
    Map<String, Set<String>> foundCities = common(cities);
    Set<String> foundDistricts = new TreeSet<>(common(districts).keySet());
    foundDistricts.removeAll(foundCities.keySet());
    List<String> highCities = new ArrayList<>();
    foundCities.forEach(
        (city, divisions) -> {
          if (divisions.size() == 1 && divisions.stream().allMatch(RegisterPlaces::isCountyCity)) {
            foundDistricts.add(city);
          } else {
            highCities.add(city);
          }
        });
    return PlaceNames.of(highCities, List.copyOf(foundDistricts));
  }

  /** Whether a code is of a city that stands as high as a county (县级市). GB/T 2260. */
  private static boolean isCountyCity(String division) {
    return division.compareTo(division.substring(0, COUNTY_AT) + FIRST_COUNTY_CITY) >= 0
        || division.startsWith(UNDER_PROVINCE, CITY_AT);
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

  /** What is common, with the divisions where it is. */
  private Map<String, Set<String>> common(Map<String, Map<String, Integer>> byDivision) {
    Map<String, Set<String>> found = new TreeMap<>();
    byDivision.forEach(
        (division, counts) -> {
          int all = texts.getOrDefault(division, 0);
          counts.forEach(
              (place, count) -> {
                if (count >= FEWEST && count * SHARE >= all) {
                  found.computeIfAbsent(place, each -> new TreeSet<>()).add(division);
                }
              });
        });
    return found;
  }
}
