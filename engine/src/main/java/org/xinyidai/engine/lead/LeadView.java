package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.xinyidai.engine.screening.Snapshot;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.screening.Screen;
import org.xinyidai.models.screening.Screened;

/** A snapshot as lenders see it (机构视图): every answer of theirs passes here. Immutable. */
public final class LeadView {
  private final Grid grid;
  private final Snapshot snapshot;
  private final Crowds crowds;

  LeadView(Grid grid, Snapshot snapshot) {
    this.grid = grid;
    this.snapshot = snapshot;
    this.crowds = new Crowds(grid, snapshot.rows());
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** A count for a lender. */
  ToldCount count(LenderKey lender, Screen screen) {
    return ToldCount.to(lender, snapshot.rows().count(screen), snapshot.rows().fingerprint(screen));
  }

  /** A band of an attribute and how many of those who match lie in it. */
  record Share(double band, long count, long fingerprint) {}

  /** Those who match, by the bands of an attribute, ascending, the missing last. */
  List<Share> by(CoarseAttribute attribute, Screen screen) {
    Map<Double, long[]> groups = new TreeMap<>();
    snapshot
        .rows()
        .forEach(
            screen,
            row -> {
              double band = attribute.band(row.value(attribute.position()));
              long[] group = groups.computeIfAbsent(band, key -> new long[2]);
              group[0]++;
              group[1] += row.hash();
            });
    return groups.entrySet().stream()
        .map(group -> new Share(group.getKey(), group.getValue()[0], group.getValue()[1]))
        .toList();
  }

  /** Those that an order takes, in an order that tells no more than their bands do. */
  List<Screened> take(LenderKey lender, Screen screen, Order order, int most) {
    List<Screened> taken = new ArrayList<>(take(screen, order, most));
    taken.sort(shown(lender, order, ""));
    return taken;
  }

  /**
   * Those that an order takes. Who is too rare for an attribute to be told is not found by it
   * either, or lists would tell what rows leave out.
   */
  List<Screened> take(Screen screen, Order order, int most) {
    List<String> asked =
        screen.conditions().stream()
            .map(condition -> grid.at(condition.position()).orElseThrow().name())
            .toList();
    return order.take(snapshot.rows(), screen, most).stream()
        .filter(row -> asked.stream().allMatch(name -> crowds.tells(row, name)))
        .toList();
  }

  /** By bands, and within one as a secret shuffles them, anew for each export. */
  Comparator<Screened> shown(LenderKey lender, Order order, String exportId) {
    CoarseAttribute stars = grid.find("stars").orElseThrow();
    return Comparator.comparingDouble((Screened row) -> order.shown(row, stars))
        .thenComparingLong(row -> lender.number("order", exportId + row.uscc()));
  }

  /** What is told of an enterprise that has not consented. */
  Map<String, Object> coarse(Screened row) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (CoarseAttribute attribute : grid.attributes()) {
      double band = attribute.band(row.value(attribute.position()));
      if (!Double.isNaN(band) && crowds.tells(row, attribute.name())) {
        told.put(attribute.name(), shown(attribute, band));
      }
    }
    return told;
  }

  private static Object shown(CoarseAttribute attribute, double band) {
    if (attribute.name().equals("stars")) {
      return (int) band;
    }
    boolean number = attribute.attribute().kind() == Attribute.Kind.NUMBER;
    Text words = Objects.requireNonNull(attribute.words(band));
    return number ? words.zh() : words.en();
  }
}
