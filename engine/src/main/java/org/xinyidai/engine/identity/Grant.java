package org.xinyidai.engine.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token is good for within what its account may do (令牌授权).
 *
 * @param whole whether it is good for all of that; then scopes are not asked
 * @param scopes what it may be used for otherwise; none means nothing
 * @param endsAt the first instant at which it opens nothing; null where it has no end
 */
public record Grant(boolean whole, List<Scope> scopes, @Nullable Instant endsAt) {
  /** Everything that the account may do, without an end. */
  public static final Grant WHOLE = new Grant(true, List.of(), null);

  public Grant {
    scopes = List.copyOf(scopes);
    if (whole && !scopes.isEmpty()) {
      throw new IllegalArgumentException("what is whole is not narrowed");
    }
  }

  /** For these things alone, or for all where there are none. */
  public static Grant of(List<Scope> scopes, @Nullable Instant endsAt) {
    return new Grant(scopes.isEmpty(), scopes, endsAt);
  }

  public Optional<Instant> end() {
    return Optional.ofNullable(endsAt);
  }

  public boolean isOver(Instant now) {
    return end().filter(end -> !now.isBefore(end)).isPresent();
  }

  /**
   * Whether it is good for a call.
   *
   * @param feed that the call is about, empty where it is about none
   */
  public boolean allows(Operation operation, String feed) {
    return whole || scopes.stream().anyMatch(scope -> scope.allows(operation, feed));
  }
}
