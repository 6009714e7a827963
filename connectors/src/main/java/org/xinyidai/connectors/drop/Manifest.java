package org.xinyidai.connectors.drop;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xinyidai.connectors.drop.SetAside.Problem;

/**
 * What a producer says of a file (投递清单), as JSON beside it: {@code {"feed": "vat_output", "count":
 * 1200, "sm3": "66c7…", "source": "tax-office"}}.
 *
 * @param feed what the file holds
 * @param count records in it, refused ones included, a header aside
 * @param sm3 SM3 digest of the file as it lies there (GB/T 32905-2016), 64 hexadecimal digits
 * @param source who sends it, as the quality ledger shall name it
 */
public record Manifest(String feed, long count, String sm3, String source) {
  /** A manifest has four short fields; more is none. */
  public static final int MAX_BYTES = 1 << 16;

  /** What the name of a manifest adds to that of its file. */
  public static final String SUFFIX = ".manifest.json";

  private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}._ -]{1,64}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The form of the file: everything may lack. */
  private record Stated(
      @JsonProperty(required = true) String feed,
      @JsonProperty(required = true) Long count,
      @JsonProperty(required = true) String sm3,
      @JsonProperty(required = true) String source) {}

  /**
   * Reads a manifest.
   *
   * @throws SetAside when a field lacks, is unknown, or makes no sense
   */
  static Manifest read(byte[] json) throws SetAside {
    Stated stated;
    try {
      stated = JSON.readValue(json, Stated.class);
    } catch (IOException notOne) {
      throw new SetAside(
          Problem.MANIFEST_UNREADABLE, "it must be {\"feed\", \"count\", \"sm3\", \"source\"}");
    }
    if (stated == null || stated.feed() == null || stated.count() == null || stated.count() < 0) {
      throw new SetAside(Problem.MANIFEST_UNREADABLE, "feed or count is missing or makes no sense");
    }
    String sm3 = stated.sm3() == null ? "" : stated.sm3().toLowerCase(Locale.ROOT);
    if (!SM3.matcher(sm3).matches()) {
      throw new SetAside(Problem.MANIFEST_UNREADABLE, "sm3 must be 64 hexadecimal digits");
    }
    if (stated.source() == null || !SOURCE.matcher(stated.source()).matches()) {
      throw new SetAside(
          Problem.MANIFEST_UNREADABLE, "source must be a name of 1 to 64 letters and digits");
    }
    return new Manifest(stated.feed(), stated.count(), sm3, stated.source());
  }
}
