package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.screening.Screening;

/**
 * Who looks alike from outside (等价类): by district, industry, size, kind and age, which anyone can
 * read off a signboard. A row tells as many of these as it tells in one voice with at least {@link
 * ToldCount#LEAST} rows that tell the same and no more: those that are left over on one level are
 * counted on the next, coarser one. Who knows all that a signboard says of an enterprise is so led
 * to a crowd, never to a row, also where some of the crowd are told more finely.
 */
final class Crowds {
  /** From the coarsest to the finest; each is a part of the one behind it. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of(),
          List.of("division_code"),
          List.of("division_code", "industry_section"),
          List.of("division_code", "industry_section", "size_class", "subject_type"),
          List.of(
              "division_code",
              "industry_section",
              "size_class",
              "subject_type",
              "industry_code",
              "age_months"));

  /** How many there are. */
  static final int COUNT = LEVELS.size();

  /** Of those who are in no crowd: they are in no answer. */
  private static final int NOWHERE = -1;

  /** What tells who somebody is, and so is told only of a crowd. */
  private static final Set<String> OUTWARD = Set.copyOf(LEVELS.get(COUNT - 1));

  /** Bits for the band of one attribute in a key; a division takes the most. */
  private static final int DIVISION_BITS = 20;

  private static final int BITS = 7;

  private final List<List<CoarseAttribute>> attributes;
  private final List<Map<Long, int[]>> sizes = new ArrayList<>();

  Crowds(Grid grid, Screening rows) {
    this.attributes =
        LEVELS.stream()
            .map(names -> names.stream().map(name -> grid.find(name).orElseThrow()).toList())
            .toList();
    LEVELS.forEach(level -> sizes.add(new HashMap<>()));
    for (int level = COUNT - 1; level >= 0; level--) {
      int here = level;
      rows.forEach(
          Screen.EVERYONE,
          row -> {
            if (finest(row, here + 1) == NOWHERE) {
              sizes.get(here).computeIfAbsent(key(here, row), key -> new int[1])[0]++;
            }
          });
    }
  }

  /** How much a row tells: a level, or less than the coarsest for who is in no answer. */
  int level(Screened row) {
    return finest(row, 0);
  }

  /** The coarsest level that tells all of these attributes. */
  static int telling(Collection<String> asked) {
    int level = 0;
    while (!asked.stream()
        .filter(OUTWARD::contains)
        .allMatch(LEVELS.get(level)::contains)) {
      level++;
    }
    return level;
  }

  /** Whether an attribute of a row may be told. */
  boolean tells(Screened row, String attribute) {
    return level(row) >= telling(List.of(attribute));
  }

  /** The finest level, not coarser than one, on which a row is in a crowd. */
  private int finest(Screened row, int coarsest) {
    for (int level = COUNT - 1; level >= coarsest; level--) {
      int[] size = sizes.get(level).get(key(level, row));
      if (size != null && size[0] >= ToldCount.LEAST) {
        return level;
      }
    }
    return NOWHERE;
  }

  /** All bands of a level in one number; 0 stands for a missing one. */
  private long key(int level, Screened row) {
    long key = 0;
    int bits = DIVISION_BITS;
    for (CoarseAttribute attribute : attributes.get(level)) {
      double band = attribute.band(row.value(attribute.position()));
      long told = Double.isNaN(band) ? 0 : (long) band + 1;
      if (told >>> bits != 0) {
        throw new IllegalStateException(attribute.name() + " has too many bands: " + band);
      }
      key = (key << bits) | told;
      bits = BITS;
    }
    return key;
  }
}
