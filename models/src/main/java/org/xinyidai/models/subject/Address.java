package org.xinyidai.models.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinyidai.models.subject.PlaceNames.Found;
import org.xinyidai.models.subject.PlaceNames.Place;

/**
 * An address in its parts (住所): divisions, road or village, house number and the rest.
 *
 * @param road empty where none is recognised
 * @param number the first house number in digits, empty where there is none
 * @param detail all behind the divisions, without words for number, house or room
 */
public record Address(List<Place> places, String road, String number, String detail) {
  private static final Pattern ROAD = Pattern.compile("^(.{1,10}?(?:大道|路|街|巷|村|镇|乡))");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)号?");

  public Address {
    places = List.copyOf(places);
  }

  /** Takes an address apart; in simplified characters. */
  public static Address parse(String address, PlaceNames known) {
    String text = PlainText.of(address).replace("(", "").replace(")", "");
    List<Place> places = new ArrayList<>();
    int from = 0;
    Optional<Found> found = known.at(text, 0);
    while (found.isPresent()) {
      places.add(found.get().place());
      from = found.get().end();
      found = known.at(text, from);
    }
    String rest = text.substring(from);
    Matcher road = ROAD.matcher(rest);
    String roadName = road.find() ? road.group(1) : "";
    Matcher number = NUMBER.matcher(rest.substring(roadName.length()));
    String houseNumber = number.find() ? number.group(1) : "";
    return new Address(places, roadName, houseNumber, rest.replaceAll("[号室栋幢楼层]", ""));
  }

  /** The division of a level that the address tells. */
  public Optional<Place> place(PlaceNames.Level level) {
    return places.stream().filter(place -> place.level() == level).findFirst();
  }

  public boolean isEmpty() {
    return places.isEmpty() && detail.isEmpty();
  }
}
