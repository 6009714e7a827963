package org.xinyidai.models.product;

/**
 * A hard rule (硬性规则): who falls under it is offered no product at all. Nobody is kept out beyond
 * the law, so a rule without a legal basis cannot exist (D7), and each tells the way out (E3).
 *
 * @param criterion what must hold; an enterprise of which nothing is known passes
 * @param basis the law or regulation and article it stands on (法律依据)
 */
public record HardRule(String id, int version, Criterion criterion, Words words, String basis) {
  /**
   * What people are told.
   *
   * @param title the rule
   * @param found what is the case with an enterprise that falls under it
   * @param exit how it comes out again (退出途径)
   */
  public record Words(Text title, Text found, Text exit) {
    public Words {
      for (Text text : new Text[] {title, found, exit}) {
        if (text.zh().isBlank() || text.en().isBlank()) {
          throw new IllegalArgumentException("a hard rule is told in both languages");
        }
      }
    }
  }

  public HardRule {
    if (id.isBlank() || version < 1) {
      throw new IllegalArgumentException("a hard rule has an id and a version from 1");
    }
    if (basis.isBlank()) {
      throw new IllegalArgumentException(
          "hard rule " + id + " has no legal basis; cite the article");
    }
    if (criterion.whenMissing() != Criterion.WhenMissing.PASSES) {
      throw new IllegalArgumentException("hard rule " + id + " must pass where nothing is known");
    }
  }
}
