package org.xinyidai.engine.resolution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.resolution.Resolver;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.Uscc;

/**
 * Resolves claims against the register (主体归集): candidates by the index, the verdict by weighing.
 */
public final class Resolutions {
  /** Enough that the right one is among them even where hundreds of names share a trade. */
  static final int CANDIDATES = 24;

  private final Register register;
  private final EnterpriseIndex index;
  private final Resolver resolver;

  public Resolutions(Register register, EnterpriseIndex index, Thresholds thresholds) {
    this.register = register;
    this.index = index;
    this.resolver = new Resolver(thresholds, index.statistics());
  }

  /** Decides one claim; reads only, so many may be decided at a time. */
  public Resolution resolve(Claim claim) {
    Set<Uscc> holders = claim.account().isEmpty() ? Set.of() : register.holdersOf(claim.account());
    Set<Uscc> candidates = new LinkedHashSet<>(index.candidates(claim, CANDIDATES));
    candidates.addAll(holders);
    List<RegisterEntry> entries =
        candidates.stream()
            .map(register::entry)
            .flatMap(Optional::stream)
            .map(entry -> holders.contains(entry.uscc()) ? entry.holding(claim.account()) : entry)
            .toList();
    return resolver.resolve(claim, entries);
  }
}
