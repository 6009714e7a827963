package org.xinyidai.models.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.assignment.MatchDay.Choice;

/** What is left of the quotas while a day is planned (剩余额度). Belongs to one plan. */
final class Left {
  private final Map<String, Integer> places;
  private final Map<String, Long> fen;

  Left(MatchDay day) {
    this.places = new HashMap<>(day.places());
    this.fen = new HashMap<>(day.leftFen());
  }

  /** Whether this choice alone fits. */
  boolean admits(Choice one) {
    return places.getOrDefault(one.product(), 1) > 0
        && one.amountFen() <= fen.getOrDefault(one.product(), Long.MAX_VALUE);
  }

  void take(Choice one) {
    places.computeIfPresent(one.product(), (product, left) -> left - 1);
    fen.computeIfPresent(one.product(), (product, left) -> left - one.amountFen());
  }

  /**
   * By product, how many of these choices fit together whichever they are: no more than there are
   * loans left, and no more than fit if the largest of them are taken. Products that nothing binds
   * are not named.
   */
  Map<String, Integer> places(List<Choice> choices) {
    Map<String, List<Long>> amounts = new HashMap<>();
    choices.forEach(
        one -> amounts.computeIfAbsent(one.product(), p -> new ArrayList<>()).add(one.amountFen()));
    Map<String, Integer> fitting = new HashMap<>();
    amounts.forEach(
        (product, all) -> {
          int most = places.getOrDefault(product, all.size());
          int byMoney = together(all, fen.getOrDefault(product, Long.MAX_VALUE));
          if (places.containsKey(product) || fen.containsKey(product)) {
            fitting.put(product, Math.min(most, byMoney));
          }
        });
    return fitting;
  }

  private static int together(List<Long> amounts, long left) {
    amounts.sort(Comparator.reverseOrder());
    long rest = left;
    int fitting = 0;
    for (long amount : amounts) {
      if (amount > rest) {
        break;
      }
      rest -= amount;
      fitting++;
    }
    return fitting;
  }
}
