package org.xinyidai.benchmarks.resolution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.xinyidai.benchmarks.resolution.OtherClaims.Labelled;
import org.xinyidai.benchmarks.resolution.OtherRegister.Firm;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.engine.resolution.EnterpriseIndex;
import org.xinyidai.engine.resolution.IdentityReader;
import org.xinyidai.engine.resolution.IdentityReader.Raw;
import org.xinyidai.engine.resolution.Resolutions;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.Uscc;

/**
 * Prints precision and recall of automatic filing by seed: {@code ResolutionMeasure FOLDER SEED...},
 * the folder holding gbt2260/area.csv and gbt4754/gbt4754_2017.csv. Each seed takes another city.
 */
public final class ResolutionMeasure {
  private static final int FIRMS = 20_000;
  private static final int CLAIMS = 5_000;
  private static final int FEWEST_COUNTIES = 8;
  private static final int LONGEST_TRADE = 6;

  private ResolutionMeasure() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<List<String>> cities = cities(folder.resolve("gbt2260/area.csv"));
    List<String> trades = trades(folder.resolve("gbt4754/gbt4754_2017.csv"));
    System.out.println("seed,firms,claims,precision,recall,filed,wrong,queued,queuedWithTruth,us");
    for (int i = 1; i < arguments.length; i++) {
      long seed = Long.parseLong(arguments[i]);
      System.out.println(measure(seed, cities.get((int) (seed % cities.size())), trades));
    }
  }

  private static String measure(long seed, List<String> counties, List<String> trades) {
    SplittableRandom random = new SplittableRandom(seed);
    OtherRegister register = new OtherRegister(random, counties, trades);
    List<Firm> firms = register.register(FIRMS);
    IdentityReader reader = new IdentityReader(PlaceNames.of(List.of(), counties));
    Map<Uscc, RegisterEntry> entries = new HashMap<>();
    for (Firm firm : firms) {
      entries.put(firm.uscc(), entry(reader, firm));
    }
    List<Labelled> claims = new OtherClaims(random, register, firms).make(CLAIMS);
    try (EnterpriseIndex index = new EnterpriseIndex()) {
      entries.values().forEach(index::put);
      index.refresh();
      Resolutions resolutions =
          new Resolutions(
              uscc -> Optional.ofNullable(entries.get(uscc)), index, Thresholds.DEFAULT);
      return seed + "," + FIRMS + "," + CLAIMS + "," + outcome(claims, reader, resolutions);
    }
  }

  private static RegisterEntry entry(IdentityReader reader, Firm firm) {
    return reader.entry(
        firm.uscc(),
        new Raw(firm.name(), firm.address(), firm.owner(), firm.phone(), firm.oldNumber(), ""),
        firm.former().isEmpty() ? List.of() : List.of(firm.former()),
        firm.oldNumber().isEmpty() ? Set.of() : Set.of(firm.oldNumber()),
        Set.of(firm.account()));
  }

  private static String outcome(
      List<Labelled> claims, IdentityReader reader, Resolutions resolutions) {
    int right = 0;
    int wrong = 0;
    int queued = 0;
    int shown = 0;
    int registered = 0;
    long start = System.nanoTime();
    for (Labelled claim : claims) {
      registered += claim.truth().isPresent() ? 1 : 0;
      Resolution resolution = resolutions.resolve(reader.claim(claim.raw(), claim.account()));
      if (resolution instanceof Resolution.Filed filed) {
        boolean same = claim.truth().filter(filed.candidate().uscc()::equals).isPresent();
        right += same ? 1 : 0;
        wrong += same ? 0 : 1;
      } else if (resolution instanceof Resolution.Queued cases) {
        queued++;
        shown +=
            cases.candidates().stream()
                    .anyMatch(c -> claim.truth().filter(c.uscc()::equals).isPresent())
                ? 1
                : 0;
      }
    }
    long micros = (System.nanoTime() - start) / 1_000 / claims.size();
    return "%.4f,%.4f,%d,%d,%d,%d,%d"
        .formatted(
            (double) right / (right + wrong),
            (double) right / registered,
            right + wrong,
            wrong,
            queued,
            shown,
            micros);
  }

  /** Counties by city, of cities with enough of them. */
  private static List<List<String>> cities(Path file) throws IOException {
    Map<String, List<String>> byCity = new TreeMap<>();
    for (List<String> row : SmallTable.read(file, "code", "name")) {
      byCity.computeIfAbsent(row.get(0).substring(0, 4), city -> new ArrayList<>()).add(row.get(1));
    }
    return byCity.values().stream().filter(each -> each.size() >= FEWEST_COUNTIES).toList();
  }

  /** Short words of trades. */
  private static List<String> trades(Path file) throws IOException {
    return SmallTable.read(file, "name").stream()
        .map(row -> row.get(0).replaceAll("[、，（(].*", ""))
        .filter(name -> name.length() >= 2 && name.length() <= LONGEST_TRADE)
        .distinct()
        .toList();
  }
}
