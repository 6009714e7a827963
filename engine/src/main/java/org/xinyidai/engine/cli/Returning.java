package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.feedback.Outward;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.api.Backend;

/** A server's backend, and the return of results beside it where nodes are configured (回传随服务). */
final class Returning implements AutoCloseable {
  private final Backend backend;
  private final @Nullable Outward outward;

  private Returning(Backend backend, @Nullable Outward outward) {
    this.backend = backend;
    this.outward = outward;
  }

  /** Begins to return results where nodes are configured, and says which. */
  static Returning begin(FeedbackOptions nodes, Backend backend, PrintWriter out) {
    Optional<Outward> begun = nodes.begin(backend.feedback());
    out.println(
        begun
            .map(
                one ->
                    one.relay().tiers().stream()
                        .map(Tier::titleZh)
                        .collect(Collectors.joining("、", "回传 results are returned to: ", "")))
            .orElse("回传未配置 results are not returned: no node is configured"));
    return new Returning(
        begun.map(Outward::relay).map(backend::returning).orElse(backend), begun.orElse(null));
  }

  Backend backend() {
    return backend;
  }

  @Override
  public void close() {
    if (outward != null) {
      outward.close();
    }
  }
}
