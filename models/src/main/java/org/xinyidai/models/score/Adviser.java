package org.xinyidai.models.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.Unit;

/**
 * Looks for the smallest set of realistic changes that earns a grade (改进建议计算): counterfactuals over
 * features that the enterprise can change and that the model answers monotonely. Immutable, safe
 * for many threads.
 */
public final class Adviser {
  /** More than three things at once is no advice that a firm can follow. */
  static final int MOST_STEPS = 3;

  /** Values tried for one feature; keeps the search to some hundred thousand scores. */
  static final int MOST_VALUES = 6;

  private final Scorer scorer;
  private final Map<String, Action> actions = new HashMap<>();

  public Adviser(Scorer scorer, List<Action> actions) {
    this.scorer = scorer;
    actions.forEach(action -> this.actions.put(action.feature(), action));
  }

  /** What of one input can be changed: its values from the nearest to the farthest. */
  record Lever(int input, Action action, List<Double> values) {}

  /**
   * The smallest set of changes that earns the grade, or the most helpful where none does.
   *
   * @param row one value per input of the model, NaN where missing
   */
  public Advice advise(double[] row, Grade target) {
    GradeScale grades = scorer.model().grades();
    double before = scorer.probabilityOfDefault(row);
    Grade present = grades.grade(before);
    if (before <= grades.ceiling(target)) {
      return new Advice(present, target, true, List.of(), 0, before);
    }
    List<Lever> levers = levers(row);
    for (int size = 1; size <= Math.min(MOST_STEPS, levers.size()); size++) {
      Search search = new Search(row, levers, grades.ceiling(target));
      search.choose(size, 0, new ArrayList<>());
      if (search.best != null) {
        return advice(search.best, row, present, target);
      }
    }
    return closest(levers, row, present, target);
  }

  private Advice advice(Choice choice, double[] row, Grade present, Grade target) {
    List<Advice.Step> steps =
        choice.moves().stream()
            .map(
                move ->
                    new Advice.Step(move.lever().action(), row[move.lever().input()], move.to()))
            .toList();
    double after = scorer.probabilityOfDefault(moved(row, choice.moves()));
    boolean reached = after <= scorer.model().grades().ceiling(target);
    return new Advice(present, target, reached, steps, choice.months(), after);
  }

  /** The few changes that help most each by itself, all the way. */
  private Advice closest(List<Lever> levers, double[] row, Grade present, Grade target) {
    List<Move> moves =
        levers.stream()
            .map(lever -> new Move(lever, lever.values().size() - 1))
            .sorted(
                Comparator.comparingDouble(
                    (Move move) -> scorer.probabilityOfDefault(moved(row, List.of(move)))))
            .limit(MOST_STEPS)
            .toList();
    return advice(new Choice(moves), row, present, target);
  }

  /** The levers that help and never hurt on their way. */
  List<Lever> levers(double[] row) {
    List<Lever> levers = new ArrayList<>();
    List<FeatureDefinition> inputs = scorer.inputs();
    for (int i = 0; i < row.length; i++) {
      Optional<Action> action = Optional.ofNullable(actions.get(inputs.get(i).name()));
      if (action.isPresent() && !Double.isNaN(row[i])) {
        List<Double> values = values(i, row[i], action.get());
        if (helps(row, i, values)) {
          levers.add(new Lever(i, action.get(), values));
        }
      }
    }
    return levers;
  }

  private boolean helps(double[] row, int input, List<Double> values) {
    double before = scorer.probabilityOfDefault(row);
    double last = before;
    double[] changed = row.clone();
    for (double value : values) {
      changed[input] = value;
      double now = scorer.probabilityOfDefault(changed);
      if (now > last) {
        return false;
      }
      last = now;
    }
    return last < before;
  }

  /** The first value beyond each step on the way to the bound, and the bound. */
  private List<Double> values(int input, double present, Action action) {
    double bound = action.bound(present);
    boolean whole = isWhole(scorer.inputs().get(input).unit());
    List<Double> beyond = new ArrayList<>();
    for (double cut : scorer.model().body().cuts(input)) {
      double value = action.rises() ? atLeast(cut, whole) : below(cut, whole);
      boolean between =
          action.rises() ? value > present && value < bound : value < present && value > bound;
      if (between && !beyond.contains(value)) {
        beyond.add(value);
      }
    }
    if (bound != present) {
      beyond.add(bound);
    }
    beyond.sort(action.rises() ? Comparator.naturalOrder() : Comparator.reverseOrder());
    List<Double> few = new ArrayList<>();
    int kept = Math.min(MOST_VALUES, beyond.size());
    for (int i = 1; i <= kept; i++) {
      few.add(beyond.get(beyond.size() * i / kept - 1));
    }
    return few;
  }

  private static boolean isWhole(Unit unit) {
    return unit == Unit.COUNT || unit == Unit.PERSONS || unit == Unit.CLASS || unit == Unit.FEN;
  }

  /** Trees compare floats, so the value must be beyond the cut as a float too. */
  private static double atLeast(double cut, boolean whole) {
    return whole ? Math.ceil(cut) : (float) cut >= cut ? (float) cut : Math.nextUp((float) cut);
  }

  private static double below(double cut, boolean whole) {
    return whole ? Math.ceil(cut) - 1 : Math.nextDown((float) cut);
  }

  /** One lever moved to one of its values. */
  record Move(Lever lever, int index) {
    double to() {
      return lever.values().get(index);
    }

    /** How far of the way, 0 to 1. */
    double effort() {
      return (index + 1.0) / lever.values().size();
    }
  }

  /** A set of moves and what it asks. */
  record Choice(List<Move> moves) {
    int months() {
      return moves.stream().mapToInt(move -> move.lever().action().months()).max().orElse(0);
    }

    double effort() {
      return moves.stream().mapToDouble(Move::effort).sum();
    }

    boolean isEasierThan(Choice other) {
      return months() < other.months() || (months() == other.months() && effort() < other.effort());
    }
  }

  static double[] moved(double[] row, List<Move> moves) {
    double[] changed = row.clone();
    moves.forEach(move -> changed[move.lever().input()] = move.to());
    return changed;
  }

  /** All choices of one size. */
  private final class Search {
    private final double[] row;
    private final List<Lever> levers;
    private final double ceiling;
    private @Nullable Choice best;

    Search(double[] row, List<Lever> levers, double ceiling) {
      this.row = row;
      this.levers = levers;
      this.ceiling = ceiling;
    }

    void choose(int size, int from, List<Move> chosen) {
      if (size == 0) {
        consider(new Choice(List.copyOf(chosen)));
        return;
      }
      for (int i = from; i + size <= levers.size(); i++) {
        for (int index = 0; index < levers.get(i).values().size(); index++) {
          chosen.add(new Move(levers.get(i), index));
          choose(size - 1, i + 1, chosen);
          chosen.remove(chosen.size() - 1);
        }
      }
    }

    private void consider(Choice choice) {
      if ((best == null || choice.isEasierThan(best))
          && scorer.probabilityOfDefault(moved(row, choice.moves())) <= ceiling) {
        best = choice;
      }
    }
  }
}
