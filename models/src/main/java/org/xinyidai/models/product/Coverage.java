package org.xinyidai.models.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many of the present enterprises have a value of each attribute (数据覆盖情况): what a criterion can
 * stand on.
 *
 * @param enterprises all that were looked at
 * @param known by name of an attribute, how many of them have a value; 0 where it is not named
 */
public record Coverage(long enterprises, Map<String, Long> known) {
  /** Below this share of enterprises a criterion decides by chance of the data, not by credit. */
  static final double SPARSE = 0.05;

  public Coverage {
    known = Map.copyOf(known);
  }

  /** The share of enterprises with a value; 0 where there are none at all. */
  public double share(String attribute) {
    return enterprises == 0 ? 0 : (double) known.getOrDefault(attribute, 0L) / enterprises;
  }

  /**
   * What to warn the author of: criteria on what the platform has of nobody or of hardly anybody.
   * What enterprises declare themselves is never among them. Paths start at the product.
   */
  public List<Problem> warnings(LoanProduct product, AttributeCatalogue catalogue) {
    List<Problem> warnings = new ArrayList<>();
    for (int i = 0; i < product.criteria().size(); i++) {
      Criterion criterion = product.criteria().get(i);
      int position = catalogue.position(criterion.attribute()).orElse(-1);
      if (position >= 0 && catalogue.get(position).origin() != Attribute.Origin.DECLARED) {
        double share = share(criterion.attribute());
        if (share < SPARSE) {
          warnings.add(warning(".criteria[" + i + "]", catalogue.get(position), share, criterion));
        }
      }
    }
    return warnings;
  }

  private static Problem warning(
      String path, Attribute attribute, double share, Criterion criterion) {
    boolean excludes = criterion.whenMissing() == Criterion.WhenMissing.FAILS;
    String zh = share == 0 ? "目前没有企业有该数据" : "目前有该数据的企业不足5%";
    String en =
        share == 0 ? "no enterprise has this at present" : "fewer than 5% of enterprises have this";
    return new Problem(
        path,
        attribute.title().zh() + "：" + zh + (excludes ? "，无数据者将被排除" : ""),
        attribute.name() + ": " + en + (excludes ? "; who has none is excluded" : ""));
  }
}
