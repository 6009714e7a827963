package org.xinyidai.engine.http.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A header of weighted wishes, such as Accept or Accept-Language (RFC 9110, 12.4.2). What cannot be
 * read is passed over: a wish is no command.
 */
public final class Preferences {
  private Preferences() {}

  private record Wish(String value, double weight) {}

  /** The values in lower case, without parameters, the most wanted first; refused ones left out. */
  public static List<String> of(@Nullable String header) {
    if (header == null) {
      return List.of();
    }
    List<Wish> wishes = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String[] pieces = part.split(";", -1);
      String value = pieces[0].trim().toLowerCase(Locale.ROOT);
      double weight = weight(pieces);
      if (!value.isEmpty() && weight > 0) {
        wishes.add(new Wish(value, weight));
      }
    }
    wishes.sort(Comparator.comparingDouble(Wish::weight).reversed());
    return wishes.stream().map(Wish::value).toList();
  }

  private static double weight(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String parameter = pieces[i].trim().toLowerCase(Locale.ROOT);
      if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(parameter.substring(2));
      }
    }
    return 1;
  }
}
