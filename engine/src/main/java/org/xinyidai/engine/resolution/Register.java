package org.xinyidai.engine.resolution;

import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.subject.Uscc;

/** The enterprises that claims may mean (主体库). */
@FunctionalInterface
public interface Register {
  /** What is known of an enterprise; empty when it is not registered. */
  Optional<RegisterEntry> entry(Uscc uscc);

  /**
   * The enterprises to which bills of an account came that named a code, beside those whose entries
   * name the account.
   */
  default Set<Uscc> holdersOf(String account) {
    return Set.of();
  }
}
