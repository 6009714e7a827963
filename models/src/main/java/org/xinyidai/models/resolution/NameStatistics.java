package org.xinyidai.models.resolution;

/**
 * What the names of a register tell about names (名称统计).
 *
 * @param rarity of pairs of characters
 * @param namesakes share of the enterprises whose name, places aside, another bears too (同名率),
 *     above zero and at most one
 */
public record NameStatistics(Rarity rarity, double namesakes) {
  public NameStatistics {
    if (!(namesakes > 0 && namesakes <= 1)) {
      throw new IllegalArgumentException("0 < namesakes <= 1, not " + namesakes);
    }
  }
}
