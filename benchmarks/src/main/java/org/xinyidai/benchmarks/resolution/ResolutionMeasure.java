package org.xinyidai.benchmarks.resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.engine.resolution.FilingMeasure;
import org.xinyidai.engine.resolution.ResolutionDesk;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.record.UtilityBill;
import org.xinyidai.models.resolution.Thresholds;

/**
 * Question: of rows without a code, how many are filed without a person, and how many of those
 * rightly? Registers and claims of two makes, each of several difficulties, go the whole way of the
 * product: taken in as CSV, places learnt from the register itself. {@code ResolutionMeasure FOLDER
 * SEED...}, the folder holding gbt2260/area.csv and gbt4754/gbt4754_2017.csv. Each seed takes
 * another city.
 */
public final class ResolutionMeasure {
  private static final int FIRMS = 20_000;
  private static final int CLAIMS = 5_000;
  private static final int FEWEST_COUNTIES = 8;
  private static final int LONGEST_TRADE = 6;
  private static final int NANOS_A_MICRO = 1_000;

  private final List<Map<String, String>> cities;
  private final List<String> trades;

  private ResolutionMeasure(List<Map<String, String>> cities, List<String> trades) {
    this.cities = cities;
    this.trades = trades;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: ResolutionMeasure FOLDER SEED...");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]);
    ResolutionMeasure measure =
        new ResolutionMeasure(
            cities(folder.resolve("gbt2260/area.csv")),
            trades(folder.resolve("gbt4754/gbt4754_2017.csv")));
    System.out.println("make,variation,seed,precision,recall,filed,wrong,queued,withTruth,us");
    for (Variation variation : Variation.ALL) {
      for (int i = 1; i < arguments.length; i++) {
        measure.run(variation, Long.parseLong(arguments[i]));
      }
    }
  }

  private void run(Variation variation, long seed) throws IOException {
    Map<String, String> counties = cities.get((int) Math.floorMod(seed, (long) cities.size()));
    List<String> names = List.copyOf(counties.keySet());
    OtherRegister register =
        new OtherRegister(new SplittableRandom(seed), names, trades, variation.kin());
    print("other", variation, seed, register.set(FIRMS, CLAIMS, variation), counties);
    BookRegister books = new BookRegister(new SplittableRandom(seed), names, variation);
    print("books", variation, seed, books.set(FIRMS, CLAIMS), counties);
  }

  private static void print(
      String make, Variation variation, long seed, SimulatedSet set, Map<String, String> counties)
      throws IOException {
    Path folder = Files.createTempDirectory("resolution-measure");
    try (Store store = Store.open(folder, StoreOptions.standard());
        ResolutionDesk desk = new ResolutionDesk(store, Thresholds.DEFAULT)) {
      StoredSet.put(store, set.firms(), counties);
      desk.measure(UtilityBill.WATER, List.of());
      long start = System.nanoTime();
      FilingMeasure measure = desk.measure(UtilityBill.WATER, set.claims());
      long micros = (System.nanoTime() - start) / NANOS_A_MICRO / measure.claims();
      System.out.printf(
          "%s,%s,%d,%.4f,%.4f,%d,%d,%d,%d,%d%n",
          make,
          variation.name(),
          seed,
          measure.precision(),
          measure.recall(),
          measure.right() + measure.wrong(),
          measure.wrong(),
          measure.queued(),
          measure.shown(),
          micros);
      if (Boolean.getBoolean("mistakes")) {
        measure.mistakes().forEach(System.out::println);
      }
    } finally {
      delete(folder);
    }
  }

  /** Codes by name of the counties of cities that have enough of them. */
  private static List<Map<String, String>> cities(Path file) throws IOException {
    Map<String, Map<String, String>> byCity = new TreeMap<>();
    for (List<String> row : SmallTable.read(file, "code", "name")) {
      byCity
          .computeIfAbsent(row.get(0).substring(0, 4), city -> new LinkedHashMap<>())
          .put(row.get(1), row.get(0));
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

  private static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
