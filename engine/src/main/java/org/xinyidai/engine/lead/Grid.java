package org.xinyidai.engine.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;

/**
 * What a lender may see and ask of enterprises that have not consented (授权前可见字段): the allow-list
 * with the bands in which each attribute is told. What is not here is never told.
 */
public final class Grid {
  private static final double YUAN = 100;
  private static final double WAN = 10_000 * YUAN;

  /** Beside the register and the stars: amounts in wide steps, shares, classes, counts. */
  private static final List<Entry> ENTRIES =
      List.of(
          Entry.prefixes("division_code", 6, 6),
          Entry.classes("industry_section"),
          Entry.prefixes("industry_code", 4, 2),
          Entry.classes("size_class"),
          Entry.classes("subject_type"),
          Entry.cut("age_months", 12, 24, 36, 60, 120),
          Entry.classes("stars"),
          Entry.classes("grade"),
          Entry.classes("tax_rating_class"),
          Entry.cut(
              "sales_invoiced_fen_12m",
              10 * WAN,
              50 * WAN,
              100 * WAN,
              500 * WAN,
              1_000 * WAN,
              5_000 * WAN,
              10_000 * WAN),
          Entry.cut("sales_growth_ratio_12m", -0.3, -0.1, 0, 0.1, 0.3, 1),
          Entry.cut("customers_count_12m", 1, 3, 10, 30, 100),
          Entry.cut("tax_paid_fen_12m", WAN, 5 * WAN, 10 * WAN, 50 * WAN, 100 * WAN, 500 * WAN),
          Entry.cut("insured_persons_count_1m", 1, 10, 20, 50, 100, 300),
          Entry.cut("electricity_usage_growth_ratio_12m", -0.3, -0.1, 0, 0.1, 0.3));

  private final List<CoarseAttribute> attributes;

  /** How one attribute is cut; the cuts are in its own unit, each the least value of its band. */
  private record Entry(String name, List<Double> cuts, double width) {
    static Entry cut(String name, double... cuts) {
      return new Entry(name, Arrays.stream(cuts).boxed().toList(), 0);
    }

    /** Every code is a band. */
    static Entry classes(String name) {
      return new Entry(name, List.of(), 1);
    }

    /** Every prefix of so many digits is a band. */
    static Entry prefixes(String name, int digits, int told) {
      return new Entry(name, List.of(), Math.pow(10, digits - told));
    }
  }

  public Grid(AttributeCatalogue catalogue) {
    this.attributes =
        ENTRIES.stream()
            .map(
                entry -> {
                  int position = catalogue.positionOf(entry.name());
                  Attribute attribute = catalogue.get(position);
                  return new CoarseAttribute(attribute, position, entry.cuts(), entry.width());
                })
            .toList();
  }

  /** In the order in which they are told. */
  public List<CoarseAttribute> attributes() {
    return attributes;
  }

  /** The attribute of a name; empty where a lender may not ask for it. */
  public Optional<CoarseAttribute> find(String name) {
    return attributes.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The same by position in the catalogue. */
  Optional<CoarseAttribute> at(int position) {
    return attributes.stream().filter(one -> one.position() == position).findFirst();
  }
}
