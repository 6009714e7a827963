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
import org.xinyidai.models.screening.Screening;
import org.xinyidai.models.screening.Tally;

/** A snapshot as lenders see it (机构视图): every answer of theirs passes here. Immutable. */
public final class LeadView {
  private final Grid grid;
  private final Snapshot snapshot;
  private final Crowds crowds;
  private final List<Screening> telling;
  private final Screening counted;

  /**
   * Takes some seconds for a million rows.
   *
   * @param secret stays the same, or the mean of many views would tell what each hides
   */
  LeadView(Grid grid, Snapshot snapshot, long secret) {
    this.grid = grid;
    this.snapshot = snapshot;
    this.crowds = new Crowds(grid, snapshot.rows());
    this.telling = snapshot.rows().parts(crowds::told, Crowds.NUMBERS);
    this.counted = telling.get(0).exchanged(Crowds.positions(grid), crowds::crowd, secret);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** Whether there is a column for every condition; without one it would be missing for all. */
  public boolean answers(LeadDesk.Asked asked) {
    return asked.counted().conditions().stream()
        .allMatch(condition -> snapshot.rows().has(condition.position()));
  }

  /**
   * Those who can be listed by these attributes (可列群体). Who is too rare for an attribute to be told
   * is not found by it either, or lists would tell what rows leave out.
   */
  private Screening listed(Screen screen, Order order) {
    List<String> asked = new ArrayList<>();
    screen.conditions().stream()
        .flatMap(condition -> grid.at(condition.position()).stream())
        .forEach(attribute -> asked.add(attribute.name()));
    if (order.attribute() != null) {
      asked.add(order.attribute().name());
    }
    return telling.get(Crowds.bits(asked));
  }

  /** How many may be listed. */
  Tally listable(Screen screen, Order order) {
    return listed(screen, order).tally(screen);
  }

  /**
   * How many match, as a lender may be told: of each crowd all are counted, but who of them has
   * which of the signs that the crowd does not share is exchanged among them.
   */
  Tally tally(Screen screen) {
    return counted.tally(screen);
  }

  /** A band of an attribute and those who match and lie in it. */
  record Share(double band, Tally tally) {}

  /** The same by the bands of an attribute, ascending, the missing last. */
  List<Share> by(CoarseAttribute attribute, Screen screen) {
    return shares(counted, attribute, screen);
  }

  /** The same of everyone, for the office. */
  List<Share> ofEveryone(CoarseAttribute attribute, Screen screen) {
    return shares(snapshot.rows(), attribute, screen);
  }

  private static List<Share> shares(Screening rows, CoarseAttribute attribute, Screen screen) {
    Map<Double, Tally> groups = new TreeMap<>();
    rows.forEach(
        screen,
        row -> {
          double band = attribute.band(row.value(attribute.position()));
          groups.put(band, groups.getOrDefault(band, Tally.NONE).with(row));
        });
    return groups.entrySet().stream()
        .map(group -> new Share(group.getKey(), group.getValue().mixed()))
        .toList();
  }

  /** Those that an order takes, in an order that tells no more than their bands do. */
  List<Screened> take(LenderKey lender, Screen screen, Order order, int most) {
    return shown(lender, chosen(lender, screen, order, most), order, "");
  }

  /** Those that an order takes. */
  List<Screened> chosen(LenderKey lender, Screen screen, Order order, int most) {
    return order.take(lender, listed(screen, order), screen, most);
  }

  /** By bands, and within one as a secret shuffles them, anew for each export. */
  List<Screened> shown(LenderKey lender, List<Screened> taken, Order order, String exportId) {
    CoarseAttribute stars = grid.find("stars").orElseThrow();
    long secret = lender.number("order", exportId);
    return taken.stream()
        .sorted(
            Comparator.comparingDouble((Screened row) -> order.shown(row, stars))
                .thenComparingLong(row -> row.shuffled(secret)))
        .toList();
  }

  /** Whether a row is in any answer. */
  boolean tells(Screened row) {
    return crowds.told(row) >= 0;
  }

  /** Whether an attribute of a row may be told. */
  boolean tells(Screened row, String attribute) {
    return crowds.tells(row, attribute);
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
