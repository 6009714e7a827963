package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.Lever.Stop;
import org.xinyidai.models.match.ProductAdvice.State;
import org.xinyidai.models.match.ProductAdvice.Step;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;
import org.xinyidai.models.score.Action;
import org.xinyidai.models.score.Scorer;

/**
 * Looks for the smallest set of realistic changes that opens a product (准入改进建议计算): every choice of
 * up to three features that the enterprise can change, never its age, place or past. Each feature
 * is moved by itself. Immutable, safe for many threads.
 */
public final class ProductAdviser {
  /** More than three things at once is no advice that a firm can follow. */
  static final int MOST_STEPS = 3;

  private final AttributeCatalogue catalogue;
  private final List<HardRule> rules;
  private final List<Action> actions;
  private final @Nullable Scorer scorer;

  /**
   * An adviser by the given actions.
   *
   * @param scorer of the model whose score products ask for; null where none serves
   */
  public ProductAdviser(
      AttributeCatalogue catalogue,
      List<HardRule> rules,
      List<Action> actions,
      @Nullable Scorer scorer) {
    this.catalogue = catalogue;
    this.rules = List.copyOf(rules);
    this.actions = List.copyOf(actions);
    this.scorer = scorer;
  }

  /**
   * What would open a product, whatever amount or term of its own is asked for.
   *
   * @param future what waiting alone makes of the features
   */
  public ProductAdvice advise(LoanProduct product, Candidate candidate, FutureValues future) {
    LocalDate day = candidate.asOf();
    CompiledProduct compiled =
        CompiledProduct.of(product, catalogue, CompiledRules.of(rules, catalogue), day);
    Admittance admittance = new Admittance(compiled, candidate, scorer);
    List<Text> declare = admittance.undeclared();
    if (admittance.opens(List.of())) {
      return new ProductAdvice(product, State.OPEN, List.of(), 0, declare, List.of());
    }
    List<Lever> levers = new Levers(compiled, candidate, scorer, future).of(actions);
    for (int size = 1; size <= Math.min(MOST_STEPS, levers.size()); size++) {
      Search search = new Search(levers, admittance);
      search.choose(size, 0, new ArrayList<>());
      if (search.best != null) {
        List<Step> steps = search.best.moves().stream().map(this::step).toList();
        return new ProductAdvice(
            product, State.OPENS, steps, search.best.months(), declare, List.of());
      }
    }
    List<Mismatch> blockers = blockers(admittance, levers, future);
    return new ProductAdvice(
        product,
        blockers.isEmpty() ? State.TOO_MANY : State.CLOSED,
        List.of(),
        0,
        declare,
        blockers);
  }

  /**
   * What fails now and is mended neither by its own feature at some stop nor, where it stands on
   * others, by all of them moved as far as they can be.
   */
  private List<Mismatch> blockers(Admittance admittance, List<Lever> levers, FutureValues future) {
    Set<String> mended =
        levers.stream()
            .filter(admittance::isMendedBy)
            .map(lever -> catalogue.get(lever.position()).name())
            .collect(Collectors.toSet());
    Set<String> still =
        admittance.mismatches(allTheWay(levers), future).stream()
            .map(Mismatch::attribute)
            .collect(Collectors.toSet());
    return admittance.mismatches(List.of(), future).stream()
        .filter(mismatch -> !mended.contains(mismatch.attribute()))
        .filter(mismatch -> still.contains(mismatch.attribute()))
        .toList();
  }

  private static List<Move> allTheWay(List<Lever> levers) {
    return levers.stream()
        .map(lever -> new Move(lever, lever.stops().get(lever.stops().size() - 1)))
        .toList();
  }

  private Step step(Move move) {
    Attribute attribute = catalogue.get(move.lever().position());
    return new Step(
        move.lever().action(),
        move.lever().from(),
        move.stop().value(),
        move.stop().months(),
        ValueText.of(attribute, move.lever().from()),
        ValueText.of(attribute, move.stop().value()));
  }

  /** One lever at one of its stops. */
  record Move(Lever lever, Stop stop) {}

  /** A set of moves and what it asks. */
  record Choice(List<Move> moves) {
    int months() {
      return moves.stream().mapToInt(move -> move.stop().months()).max().orElse(0);
    }

    double effort() {
      return moves.stream().mapToDouble(move -> move.stop().effort()).sum();
    }

    boolean isEasierThan(Choice other) {
      return months() < other.months() || (months() == other.months() && effort() < other.effort());
    }
  }

  /** All choices of one size. */
  private static final class Search {
    private final List<Lever> levers;
    private final Admittance admittance;
    private @Nullable Choice best;

    Search(List<Lever> levers, Admittance admittance) {
      this.levers = levers;
      this.admittance = admittance;
    }

    void choose(int size, int from, List<Move> chosen) {
      if (size == 0) {
        consider(new Choice(List.copyOf(chosen)));
        return;
      }
      for (int i = from; i + size <= levers.size(); i++) {
        for (Stop stop : levers.get(i).stops()) {
          chosen.add(new Move(levers.get(i), stop));
          choose(size - 1, i + 1, chosen);
          chosen.remove(chosen.size() - 1);
        }
      }
    }

    private void consider(Choice choice) {
      if ((best == null || choice.isEasierThan(best)) && admittance.opens(choice.moves())) {
        best = choice;
      }
    }
  }
}
