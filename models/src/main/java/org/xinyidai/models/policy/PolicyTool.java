package org.xinyidai.models.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Text;

/**
 * A policy tool (政策工具) in one version. Requirements B15, B16. It is changed by a new version, never
 * in place.
 *
 * @param budgetLeftFen what the city has left for it, by the office's last word
 * @param document the paper that it stands on
 */
public record PolicyTool(
    PolicyId id,
    int version,
    Text name,
    Measure measure,
    Scope scope,
    Effective effective,
    long budgetLeftFen,
    String document) {
  /** Tools in a fixed order wherever they are listed. */
  public static final Comparator<PolicyTool> ORDER =
      Comparator.comparing(PolicyTool::id).thenComparingInt(PolicyTool::version);

  public PolicyTool {
    if (version < 1 || budgetLeftFen < 0) {
      throw new IllegalArgumentException("version " + version + " of " + id);
    }
  }

  /**
   * For whom and for what (适用范围); all must hold, what is empty does not restrict.
   *
   * @param products by id
   * @param security a product must take one of these
   * @param who criteria of the enterprise, as a product has them
   */
  public record Scope(
      Set<ProductId> products,
      Set<Purpose> purposes,
      Set<SecurityMode> security,
      List<Criterion> who) {
    /** Everyone and every product. */
    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of(), List.of());

    public Scope {
      products = Set.copyOf(products);
      purposes = Set.copyOf(purposes);
      security = Set.copyOf(security);
      who = List.copyOf(who);
    }
  }
}
