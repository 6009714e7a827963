package org.xinyidai.engine.http.problem;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.RefusedRequest;

/**
 * A request that is answered with a problem document. Handlers throw it or fail their future with
 * it; the one error handler writes it. It carries nothing that the caller may not read.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final Bilingual detail;
  private final @Nullable String field;
  private final Map<String, String> headers;

  private Refusal(
      ProblemType type, Bilingual detail, @Nullable String field, Map<String, String> headers) {
    // No stack trace: a refusal is an answer, made many times a second when someone guesses.
    super(type.uri(), null, false, false);
    this.type = type;
    this.detail = detail;
    this.field = field;
    this.headers = headers;
  }

  /** A refusal of a kind, in the general words of that kind. */
  public static Refusal of(ProblemType type) {
    return new Refusal(type, type.title(), null, Map.of());
  }

  /** A refusal with a sentence about this very request. */
  public static Refusal of(ProblemType type, String detailZh, String detailEn) {
    return new Refusal(type, new Bilingual(detailZh, detailEn), null, Map.of());
  }

  /** A value that cannot be, with a sentence that says what can. */
  public static Refusal invalid(String field, String detailZh, String detailEn) {
    return of(ProblemType.INVALID_VALUE, detailZh, detailEn).at(field);
  }

  /** What a desk refused, in its own words. */
  public static Refusal invalid(RefusedRequest refused) {
    return invalid(refused.field(), refused.zh(), refused.en());
  }

  /** The same refusal, naming the parameter, header or member at fault. */
  public Refusal at(String faultyField) {
    return new Refusal(type, detail, faultyField, headers);
  }

  /** The same refusal with a response header, such as Retry-After. */
  public Refusal withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Refusal(type, detail, field, Map.copyOf(more));
  }

  public ProblemType type() {
    return type;
  }

  public Bilingual detail() {
    return detail;
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  public Map<String, String> headers() {
    return headers;
  }
}
