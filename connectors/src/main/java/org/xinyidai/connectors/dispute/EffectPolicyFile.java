package org.xinyidai.connectors.dispute;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.EffectPolicy;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;

/**
 * The policy of disputes as JSON (争议期处理规则): a list of {@code {feed, effect, basis}}. An unknown
 * feed, one named twice and a line without a basis are refused.
 */
public final class EffectPolicyFile {
  private static final JsonMapper JSON = new JsonMapper();

  private EffectPolicyFile() {}

  private record Line(@Nullable String feed, @Nullable Effect effect, @Nullable String basis) {}

  /** The policy that comes with the program. */
  public static EffectPolicy bundled() {
    try (InputStream in = EffectPolicyFile.class.getResourceAsStream("dispute-policy.json")) {
      return read(Objects.requireNonNull(in, "dispute-policy.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a policy; the stream stays open.
   *
   * @throws IOException that names the line at fault
   */
  public static EffectPolicy read(InputStream in) throws IOException {
    Map<Feed<?>, Effect> effects = new HashMap<>();
    for (Line line : JSON.readValue(in, new TypeReference<List<Line>>() {})) {
      Feed<?> feed =
          Feeds.byId(String.valueOf(line.feed()))
              .orElseThrow(() -> new IOException("dispute policy: no feed " + line.feed()));
      if (line.effect() == null || line.basis() == null || line.basis().isBlank()) {
        throw new IOException("dispute policy of " + line.feed() + ": give an effect and a basis");
      }
      if (effects.put(feed, line.effect()) != null) {
        throw new IOException("dispute policy: " + line.feed() + " stands twice");
      }
    }
    return new EffectPolicy(effects);
  }
}
