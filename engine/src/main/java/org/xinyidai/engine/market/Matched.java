package org.xinyidai.engine.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.match.Decision;
import org.xinyidai.models.match.Matcher;
import org.xinyidai.models.match.OfferedProducts;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.ranking.RankedOffer;

/**
 * What a demand matches (匹配结论): the first offers in order, and page by page why the rest is
 * withheld, which is worked out only when it is asked for.
 *
 * @param offers as many as were wanted; all that there are stand in {@code found}
 * @param scored what it stands on; empty where no model serves yet
 * @param disputed by the name of a feature, what an open dispute does to it
 */
public record Matched(
    List<RankedOffer> offers,
    Matcher matcher,
    OfferedProducts found,
    Matcher.Asked asked,
    Optional<Scored> scored,
    Map<String, Effect> disputed) {
  public Matched {
    offers = List.copyOf(offers);
    disputed = Map.copyOf(disputed);
  }

  /** How many products are offered. */
  public int offered() {
    return found.count();
  }

  /** How many products are not offered. */
  public int withheld() {
    return matcher.products().size() - offered();
  }

  /** Those behind an id, each with every reason; the first ones where none is named. */
  public List<Decision.Withheld> withheld(Optional<ProductId> after, int limit) {
    return matcher.withheld(found, asked, after.map(matcher::numberBehind).orElse(0), limit);
  }
}
