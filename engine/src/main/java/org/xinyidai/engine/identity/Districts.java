package org.xinyidai.engine.identity;

import java.util.Optional;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Uscc;

/**
 * Which district an enterprise belongs to (企业所属区县): that of its registered place, and until the
 * register speaks the one inside its code.
 */
public final class Districts {
  private Districts() {}

  /** What decides whether something of an enterprise is a district's business. */
  public static Access.Placing of(Register register) {
    return (owner, district) ->
        Optional.of(owner)
            .filter(Uscc::isWellFormed)
            .map(code -> register.divisionOf(new Uscc(code)))
            .filter(Region::isWellFormed)
            .map(division -> new Region(division).isWithin(district))
            .orElse(false);
  }
}
