package org.xinyidai.models.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.score.Grade;

/**
 * The tools that are open to one enterprise for one purpose on one day (可用政策工具); asked for each of
 * its offers. Immutable.
 */
public final class OpenTools {
  /** A tool that does not fit; one that fits and saves nothing says 0. */
  public static final long NOTHING_DONE = -1;

  private final List<PolicyTool> tools;
  private final Purpose purpose;
  private final @Nullable Grade grade;

  private OpenTools(List<PolicyTool> tools, Purpose purpose, @Nullable Grade grade) {
    this.tools = tools;
    this.purpose = purpose;
    this.grade = grade;
  }

  /**
   * Those of the tools that take the enterprise.
   *
   * @param all one version of each tool at most
   * @param grade null where no model has scored the enterprise
   */
  public static OpenTools of(
      List<PolicyTool> all, Candidate candidate, Purpose purpose, @Nullable Grade grade) {
    LocalDate day = candidate.asOf();
    List<PolicyTool> open =
        all.stream()
            .filter(tool -> tool.effective().on(day))
            .filter(tool -> takes(tool.scope().purposes(), purpose))
            .filter(tool -> tool.scope().who().stream().allMatch(one -> holds(one, candidate)))
            .sorted(PolicyTool.ORDER)
            .toList();
    return new OpenTools(open, purpose, grade);
  }

  /** Those that may lower what an offer costs, in the order of tools. */
  public List<PolicyTool> lowering() {
    return tools.stream().filter(tool -> tool.measure().lowersCost()).toList();
  }

  /** What each tool that fits does for an offer, in the order of tools. */
  public List<PolicyEffect> effects(Offer offer) {
    if (tools.isEmpty()) {
      return List.of();
    }
    PricedLoan loan = PricedLoan.of(offer);
    List<PolicyEffect> effects = new ArrayList<>();
    for (PolicyTool tool : tools) {
      long saving = takesProduct(tool, offer) ? savingFen(tool, loan) : NOTHING_DONE;
      if (saving != NOTHING_DONE) {
        effects.add(new PolicyEffect(tool, saving));
      }
    }
    return effects;
  }

  /**
   * What one of the tools takes off the yearly cost of a loan that it takes, in fen; {@link
   * #NOTHING_DONE} where it does nothing for it.
   */
  public long savingFen(PolicyTool tool, PricedLoan loan) {
    if (!tool.measure().fits(loan, purpose, grade)) {
      return NOTHING_DONE;
    }
    // What the city can no longer pay is not promised.
    return tool.measure().needFen(loan, grade) <= tool.budgetLeftFen()
        ? tool.measure().yearlySavingFen(loan, grade)
        : NOTHING_DONE;
  }

  private static boolean takesProduct(PolicyTool tool, Offer offer) {
    Set<SecurityMode> security = tool.scope().security();
    return takes(tool.scope().products(), offer.product().id())
        && (security.isEmpty() || offer.product().security().stream().anyMatch(security::contains));
  }

  private static <T> boolean takes(Set<T> wanted, T one) {
    return wanted.isEmpty() || wanted.contains(one);
  }

  private static boolean holds(Criterion criterion, Candidate candidate) {
    AttributeCatalogue catalogue = candidate.catalogue();
    int position = catalogue.positionOf(criterion.attribute());
    return criterion
        .accepted(catalogue.get(position), position, candidate.asOf())
        .accepts(candidate.value(position));
  }
}
