package org.xinyidai.models.subject;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of administrative divisions (行政区划名称) as they stand before and inside names and addresses.
 * Provinces are known; cities and districts are those of the office's own land. Provinces and
 * cities are recognised without their last word too (湖南, 永州), districts only in full, for a short
 * one (朝阳) is as likely a trade name.
 */
public final class PlaceNames {
  private static final List<String> PROVINCES =
      List.of(
          "北京市",
          "天津市",
          "河北省",
          "山西省",
          "内蒙古自治区",
          "辽宁省",
          "吉林省",
          "黑龙江省",
          "上海市",
          "江苏省",
          "浙江省",
          "安徽省",
          "福建省",
          "江西省",
          "山东省",
          "河南省",
          "湖北省",
          "湖南省",
          "广东省",
          "广西壮族自治区",
          "海南省",
          "重庆市",
          "四川省",
          "贵州省",
          "云南省",
          "西藏自治区",
          "陕西省",
          "甘肃省",
          "青海省",
          "宁夏回族自治区",
          "新疆维吾尔自治区",
          "台湾省",
          "香港特别行政区",
          "澳门特别行政区");
  private static final List<String> LAST_WORDS =
      List.of("维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "地区", "省", "市", "盟");

  private static final int SHORTEST_NEAR = 4;

  /** How high a division stands. */
  public enum Level {
    PROVINCE,
    CITY,
    DISTRICT
  }

  /** A division by its full name. */
  public record Place(Level level, String name) {}

  /** A division found in a text, and where the text goes on. */
  public record Found(Place place, int end) {}

  private final Map<String, Place> bySpelling = new HashMap<>();
  private final int longest;

  private PlaceNames(List<String> cities, List<String> districts) {
    districts.forEach(name -> bySpelling.put(name, new Place(Level.DISTRICT, name)));
    cities.forEach(name -> putBothWays(new Place(Level.CITY, name)));
    PROVINCES.forEach(name -> putBothWays(new Place(Level.PROVINCE, name)));
    longest = bySpelling.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** The provinces and these cities (prefectures) and districts or counties, by full names. */
  public static PlaceNames of(List<String> cities, List<String> districts) {
    return new PlaceNames(cities, districts);
  }

  /** The longest division that begins at a place of the text. */
  public Optional<Found> at(String text, int from) {
    for (int length = Math.min(longest, text.length() - from); length >= 2; length--) {
      Place place = bySpelling.get(text.substring(from, from + length));
      if (place != null) {
        return Optional.of(new Found(place, from + length));
      }
    }
    return Optional.empty();
  }

  /**
   * The division that a text means where it begins with one in which a character is wrong, missing
   * or too much; empty for divisions of fewer than four characters, which may be anything.
   */
  public Optional<Found> near(String text, int from) {
    return bySpelling.entrySet().stream()
        .filter(each -> each.getKey().length() >= SHORTEST_NEAR)
        .flatMap(each -> near(text, from, each.getKey(), each.getValue()).stream())
        .max(Comparator.comparingInt(Found::end).thenComparing(found -> found.place().name()));
  }

  /** The last character must be right or left out, for it ends the division. */
  private static Optional<Found> near(String text, int from, String spelling, Place place) {
    int last = spelling.length() - 1;
    for (int length = last; length <= spelling.length() + 1; length++) {
      int end = from + length;
      if (end <= text.length()
          && text.charAt(end - 1) == spelling.charAt(last)
          && OneSlip.apart(text.substring(from, end), spelling)) {
        return Optional.of(new Found(place, end));
      }
    }
    return text.startsWith(spelling.substring(0, last), from)
        ? Optional.of(new Found(place, from + last))
        : Optional.empty();
  }

  private void putBothWays(Place place) {
    bySpelling.put(place.name(), place);
    for (String last : LAST_WORDS) {
      int stem = place.name().length() - last.length();
      if (stem >= 2 && place.name().endsWith(last)) {
        bySpelling.put(place.name().substring(0, stem), place);
        return;
      }
    }
  }
}
