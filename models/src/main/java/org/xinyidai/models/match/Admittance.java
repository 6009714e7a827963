package org.xinyidai.models.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.ProductAdviser.Move;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Attribute.Origin;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Scorer;

/**
 * Whether a product would take an enterprise after some changes (模拟准入): its criteria, its hard
 * rules and the least amount of its limit. What the enterprise has not declared is left aside, for
 * it may declare it.
 */
final class Admittance {
  private final CompiledProduct product;
  private final Candidate candidate;
  private final @Nullable Scorer scorer;
  private final List<AcceptedSet> undeclared;

  Admittance(CompiledProduct product, Candidate candidate, @Nullable Scorer scorer) {
    this.product = product;
    this.candidate = candidate;
    this.scorer = scorer;
    this.undeclared =
        product.accepted().stream()
            .filter(set -> isUndeclared(set.position()) && !set.accepts(Double.NaN))
            .toList();
  }

  /** What has yet to be declared, in the words of the criteria. */
  List<Text> undeclared() {
    List<Text> words = new ArrayList<>();
    for (int i = 0; i < product.accepted().size(); i++) {
      AcceptedSet set = product.accepted().get(i);
      if (undeclared.contains(set)) {
        Attribute attribute = candidate.catalogue().get(set.position());
        words.add(product.product().criteria().get(i).words(attribute));
      }
    }
    return words;
  }

  boolean opens(List<Move> moves) {
    Candidate changed = after(moves);
    double[] values = changed.rawValues();
    if (!product.rules().hold(values)) {
      return false;
    }
    for (AcceptedSet set : product.accepted()) {
      if (!set.accepts(values[set.position()]) && !undeclared.contains(set)) {
        return false;
      }
    }
    return product.product().limits().isEmpty()
        || new LimitCheck(product.product(), changed).mismatches().isEmpty();
  }

  /** Why the product stays closed after some changes; hard rules first. */
  List<Mismatch> mismatches(List<Move> moves, FutureValues future) {
    Candidate changed = after(moves);
    List<Mismatch> mismatches = new ArrayList<>(product.rules().mismatches(changed));
    new CriterionCheck(product, changed, future)
        .mismatches().stream()
            .filter(mismatch -> mismatch.kind() != Mismatch.Kind.UNDECLARED)
            .forEach(mismatches::add);
    mismatches.addAll(new LimitCheck(product.product(), changed).mismatches());
    return mismatches;
  }

  /** Whether some stop of a lever passes every criterion on its own feature. */
  boolean isMendedBy(Lever lever) {
    return lever.stops().stream()
        .anyMatch(
            stop ->
                product.accepted().stream()
                    .filter(set -> set.position() == lever.position())
                    .allMatch(set -> set.accepts(stop.value())));
  }

  private boolean isUndeclared(int position) {
    return candidate.catalogue().get(position).origin() == Origin.DECLARED
        && Double.isNaN(candidate.value(position));
  }

  private Candidate after(List<Move> moves) {
    if (moves.isEmpty()) {
      return candidate;
    }
    double[] values = candidate.values();
    moves.forEach(move -> values[move.lever().position()] = move.stop().value());
    if (scorer != null) {
      rescore(scorer, values);
    }
    return candidate.with(values);
  }

  /** Where nobody had scored the enterprise, it stays without a score. */
  private void rescore(Scorer model, double[] values) {
    int points = candidate.catalogue().positionOf("score_points");
    if (Double.isNaN(values[points])) {
      return;
    }
    double probability = Levers.risk(model, values);
    values[points] = model.points(probability);
    values[candidate.catalogue().positionOf("probability_of_default")] = probability;
    values[candidate.catalogue().positionOf("stars")] = model.model().grades().stars(probability);
    Attribute grade = candidate.catalogue().get("grade");
    values[candidate.catalogue().positionOf("grade")] =
        grade.coding().value(model.model().grades().grade(probability).name()).orElse(Double.NaN);
  }
}
