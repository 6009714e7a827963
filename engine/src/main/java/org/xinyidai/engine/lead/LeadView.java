package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  LeadView(Grid grid, Snapshot snapshot) {
    this.grid = grid;
    this.snapshot = snapshot;
    this.crowds = new Crowds(grid, snapshot.rows());
    this.telling = snapshot.rows().parts(crowds::level, Crowds.COUNT);
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
   * Those who can be asked for by these attributes (可查群体). Who is too rare for an attribute to be
   * told is neither found nor counted by it, or lists and counts would tell what rows leave out.
   */
  private Screening rows(Screen screen, @Nullable CoarseAttribute by) {
    List<String> asked = new ArrayList<>();
    screen.conditions().stream()
        .flatMap(condition -> grid.at(condition.position()).stream())
        .forEach(attribute -> asked.add(attribute.name()));
    if (by != null) {
      asked.add(by.name());
    }
    return telling.get(Crowds.telling(asked));
  }

  /** Those of whom a lender may be told, also by the bands of an attribute where one is named. */
  Tally tally(Screen screen, @Nullable CoarseAttribute by) {
    return rows(screen, by).tally(screen);
  }

  /** A band of an attribute and those who match and lie in it. */
  record Share(double band, Tally tally) {}

  /** Those of whom a lender may be told, by the bands of an attribute, ascending, missing last. */
  List<Share> by(CoarseAttribute attribute, Screen screen) {
    return shares(rows(screen, attribute), attribute, screen);
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
    return order.take(lender, rows(screen, order.attribute()), screen, most);
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
    return crowds.level(row) >= 0;
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
