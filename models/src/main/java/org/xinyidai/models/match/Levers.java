package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Attribute.Origin;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.product.LimitRule;
import org.xinyidai.models.score.Action;
import org.xinyidai.models.score.Scorer;

/**
 * Finds what an enterprise can move towards a product (可改进指标查找): features that its criteria and
 * limits read, itself or through a derived attribute, and, where it asks for a score, those that
 * the model answers.
 */
final class Levers {
  /** Values tried between now and the bound where no threshold says which. */
  static final int PARTS = 6;

  private final CompiledProduct product;
  private final Candidate candidate;
  private final @Nullable Scorer scorer;
  private final FutureValues future;

  Levers(
      CompiledProduct product, Candidate candidate, @Nullable Scorer scorer, FutureValues future) {
    this.product = product;
    this.candidate = candidate;
    this.scorer = scorer;
    this.future = future;
  }

  List<Lever> of(List<Action> actions) {
    Set<String> read = read();
    List<Lever> levers = new ArrayList<>();
    for (Action action : actions) {
      if (read.contains(action.feature())) {
        lever(action).ifPresent(levers::add);
      }
    }
    return levers;
  }

  /** Whether the product asks for points, grade, stars or probability. */
  boolean asksForScore() {
    return product.accepted().stream()
        .anyMatch(set -> attribute(set.position()).origin() == Origin.SCORE);
  }

  private Optional<Lever> lever(Action action) {
    OptionalInt position = candidate.catalogue().position(action.feature());
    if (position.isEmpty() || Double.isNaN(candidate.value(position.getAsInt()))) {
      return Optional.empty();
    }
    int at = position.getAsInt();
    double from = candidate.value(at);
    Lever lever =
        Lever.at(at, action, from, wanted(at, action, from), to -> months(at, action, to));
    boolean moves = !lever.stops().isEmpty();
    return moves && (isDirect(at) || isAnsweredMonotonely(lever))
        ? Optional.of(lever)
        : Optional.empty();
  }

  /** Whether a criterion or a limit reads the feature, so that the model's answer is not all. */
  private boolean isDirect(int position) {
    String name = attribute(position).name();
    return scorer == null
        || scorer.inputs().stream().noneMatch(input -> input.name().equals(name))
        || product.accepted().stream().anyMatch(set -> set.position() == position)
        || product.product().limits().stream().anyMatch(rule -> rule.needs().contains(name));
  }

  /** Whether the model's risk never rises on the way, and falls at its end. */
  private boolean isAnsweredMonotonely(Lever lever) {
    if (scorer == null) {
      return false;
    }
    double[] values = candidate.values();
    double before = risk(scorer, values);
    double last = before;
    for (Lever.Stop stop : lever.stops()) {
      values[lever.position()] = stop.value();
      double now = risk(scorer, values);
      if (now > last) {
        return false;
      }
      last = now;
    }
    return last < before;
  }

  /** The probability of default of an enterprise with these attributes. */
  static double risk(Scorer model, double[] values) {
    int[] positions = model.positions();
    double[] row = new double[positions.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = values[positions[i]];
    }
    return model.probabilityOfDefault(row);
  }

  private List<Double> wanted(int position, Action action, double from) {
    boolean whole = attribute(position).wholeNumbers();
    double bound = whole ? rounded(action.bound(from), action) : action.bound(from);
    List<Double> wanted = new ArrayList<>(List.of(bound));
    for (AcceptedSet set : product.accepted()) {
      if (set.position() == position) {
        for (Interval interval : set.intervals()) {
          double edge = action.rises() ? interval.from() : interval.to();
          // Inside a whole unit, the edge lies on the side of what passes.
          wanted.add(whole ? (action.rises() ? Math.ceil(edge) : Math.floor(edge)) : edge);
        }
      }
    }
    if (!isThreshold(position)) {
      for (int part = 1; part < PARTS; part++) {
        double value = from + (bound - from) * part / PARTS;
        wanted.add(whole ? Math.rint(value) : value);
      }
    }
    return wanted;
  }

  /** Towards now, so that it stays within what is realistic. */
  private static double rounded(double bound, Action action) {
    return action.rises() ? Math.floor(bound) : Math.ceil(bound);
  }

  /** Whether criteria alone read the feature, so that their thresholds are all that matters. */
  private boolean isThreshold(int position) {
    String name = attribute(position).name();
    return !behind().contains(name);
  }

  /** The months until a value is seen, fewer where the old leaves its window sooner. */
  private int months(int position, Action action, double to) {
    if (!action.rises()) {
      for (int month = 1; month < action.months(); month++) {
        if (future.value(position, month) <= to) {
          return month;
        }
      }
    }
    return action.months();
  }

  /** The names of all features whose change could matter. */
  private Set<String> read() {
    Set<String> names = behind();
    product.accepted().forEach(set -> names.add(attribute(set.position()).name()));
    return names;
  }

  /** Features that are read through something else: a limit, a derived attribute or the model. */
  private Set<String> behind() {
    Set<String> names = new HashSet<>();
    for (LimitRule rule : product.product().limits()) {
      names.addAll(rule.needs());
    }
    AttributeCatalogue catalogue = candidate.catalogue();
    for (AcceptedSet set : product.accepted()) {
      if (attribute(set.position()).origin() == Origin.DERIVED) {
        catalogue.derive(
            set.position(),
            name -> {
              names.add(name);
              return Double.NaN;
            });
      }
    }
    if (asksForScore() && scorer != null) {
      scorer.inputs().forEach(input -> names.add(input.name()));
    }
    return names;
  }

  private Attribute attribute(int position) {
    return candidate.catalogue().get(position);
  }
}
