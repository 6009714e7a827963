package org.xinyidai.models.match;

import java.util.List;

/**
 * All products of a day for one request (匹配结果).
 *
 * @param offers by {@link OfferRanking}, the best first
 * @param withheld in the order of products
 */
public record Matches(List<Offer> offers, List<Decision.Withheld> withheld) {
  public Matches {
    offers = List.copyOf(offers);
    withheld = List.copyOf(withheld);
  }
}
