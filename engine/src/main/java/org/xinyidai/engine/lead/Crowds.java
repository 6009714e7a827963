package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;
import org.xinyidai.models.screening.Screening;

/**
 * Who looks alike from outside (等价类): by district, industry, size, kind and age, which anyone can
 * read off a signboard. A row tells as many of these as at least {@link ToldCount#LEAST} rows tell
 * in the same words and no more than these: who is left over when the crowds of one set of
 * attributes are formed is counted for the next. Whoever knows all that a signboard says of an
 * enterprise is so led to a crowd, never to a row, also where some of its neighbours tell more.
 */
final class Crowds {
  /** What tells who somebody is, and so is told only of a crowd. */
  private static final List<String> OUTWARD =
      List.of(
          "division_code",
          "industry_section",
          "size_class",
          "subject_type",
          "age_months",
          "industry_code");

  /** The sets in turn, those that say most to a lender first; the last tells none of them. */
  private static final List<List<String>> SETS =
      List.of(
          OUTWARD,
          List.of("division_code", "industry_section", "size_class", "subject_type", "age_months"),
          List.of("division_code", "industry_section", "size_class", "subject_type"),
          List.of("division_code", "industry_section", "age_months"),
          List.of("division_code", "industry_section"),
          List.of("industry_section", "size_class"),
          List.of("division_code"),
          List.of());

  /** Numbers of sets of these attributes, a bit for each. */
  static final int NUMBERS = 1 << OUTWARD.size();

  private static final int[] TOLD = SETS.stream().mapToInt(Crowds::bits).toArray();
  private static final int NOWHERE = -1;

  /** Bits for the band of one attribute in a key; a division takes the most. */
  private static final int DIVISION_BITS = 20;

  private static final int BITS = 7;

  private final List<List<CoarseAttribute>> attributes;
  private final List<Map<Long, int[]>> sizes = new ArrayList<>();

  Crowds(Grid grid, Screening rows) {
    this.attributes =
        SETS.stream()
            .map(names -> names.stream().map(name -> grid.find(name).orElseThrow()).toList())
            .toList();
    for (int set = 0; set < SETS.size(); set++) {
      Map<Long, int[]> left = new HashMap<>();
      int here = set;
      rows.forEach(
          Screen.EVERYONE,
          row -> {
            if (set(row) == NOWHERE) {
              left.computeIfAbsent(key(here, row), key -> new int[1])[0]++;
            }
          });
      sizes.add(left);
    }
  }

  /** The number of a set of attributes; others than these add nothing to it. */
  static int bits(Collection<String> names) {
    int bits = 0;
    for (int i = 0; i < OUTWARD.size(); i++) {
      bits |= names.contains(OUTWARD.get(i)) ? 1 << i : 0;
    }
    return bits;
  }

  /** Where the outward attributes stand in the catalogue. */
  static int[] positions(Grid grid) {
    return OUTWARD.stream().mapToInt(name -> grid.find(name).orElseThrow().position()).toArray();
  }

  /** The attributes that a row tells, as a number; negative for who is in no answer. */
  int told(Screened row) {
    int set = set(row);
    return set == NOWHERE ? NOWHERE : TOLD[set];
  }

  /** Whether an attribute of a row may be told. */
  boolean tells(Screened row, String attribute) {
    int asked = bits(List.of(attribute));
    return (told(row) & asked) == asked;
  }

  /** The crowd of a row: equal for those in the same, negative where it is in none. */
  long crowd(Screened row) {
    int set = set(row);
    return set == NOWHERE ? NOWHERE : key(set, row) * SETS.size() + set;
  }

  /** The first set by which a row is in a crowd, among those that are counted. */
  private int set(Screened row) {
    for (int set = 0; set < sizes.size(); set++) {
      int[] size = sizes.get(set).get(key(set, row));
      if (size != null && size[0] >= ToldCount.LEAST) {
        return set;
      }
    }
    return NOWHERE;
  }

  /** All bands of a set in one number; 0 stands for a missing one. */
  private long key(int set, Screened row) {
    long key = 0;
    for (CoarseAttribute attribute : attributes.get(set)) {
      int bits = attribute.name().equals("division_code") ? DIVISION_BITS : BITS;
      double band = attribute.band(row.value(attribute.position()));
      long told = Double.isNaN(band) ? 0 : (long) band + 1;
      if (told >>> bits != 0) {
        throw new IllegalStateException(attribute.name() + " has too many bands: " + band);
      }
      key = (key << bits) | told;
    }
    return key;
  }
}
