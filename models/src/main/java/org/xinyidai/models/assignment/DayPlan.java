package org.xinyidai.models.assignment;

import java.util.List;
import org.xinyidai.models.assignment.MatchDay.Choice;

/**
 * Who is advised to go where (撮合建议方案): at most one product for a demand, within all quotas, of the
 * greatest worth in sum.
 *
 * @param chosen in the order of the problem
 */
public record DayPlan(List<Choice> chosen) {
  public DayPlan {
    chosen = List.copyOf(chosen);
  }

  /** What the whole plan is expected to be worth. */
  public long worthFen() {
    return chosen.stream().mapToLong(Choice::worthFen).sum();
  }
}
