package org.xinyidai.models.resolution;

/** How rare a pair of characters is among all names of the register (字对稀有度). */
@FunctionalInterface
public interface Rarity {
  /** Greater for rarer pairs, above zero for every pair. */
  double of(String bigram);
}
