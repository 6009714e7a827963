package org.xinyidai.models.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.product.Text;

/**
 * The criteria of a product in words (准入条件文本), each made once, when it is first asked for. Two
 * threads may make the same words; they are equal and immutable, so either may stay.
 */
final class CriterionWords {
  private final List<Criterion> criteria;
  private final AttributeCatalogue catalogue;
  private final @Nullable Pair[] made;

  CriterionWords(List<Criterion> criteria, AttributeCatalogue catalogue) {
    this.criteria = criteria;
    this.catalogue = catalogue;
    this.made = new Pair[criteria.size()];
  }

  /** The whole condition, and what it requires. */
  record Pair(Text whole, Text required) {}

  /** The words of a criterion by its place. */
  Pair of(int place) {
    @Nullable Pair known = made[place];
    if (known != null) {
      return known;
    }
    Criterion criterion = criteria.get(place);
    Attribute attribute = catalogue.get(criterion.attribute());
    Pair fresh = new Pair(criterion.words(attribute), criterion.required(attribute));
    made[place] = fresh;
    return fresh;
  }

  /** Of the same criteria, whatever of them has been asked for. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CriterionWords words && criteria.equals(words.criteria);
  }

  @Override
  public int hashCode() {
    return criteria.hashCode();
  }
}
