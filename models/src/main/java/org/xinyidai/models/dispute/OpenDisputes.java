package org.xinyidai.models.dispute;

import java.util.Set;

/** The facts of an enterprise that are disputed, and how that is dealt with (争议中事实). */
public record OpenDisputes(Set<DisputedFact> facts, EffectPolicy policy) {
  public OpenDisputes {
    facts = Set.copyOf(facts);
  }
}
