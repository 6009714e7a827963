package org.xinyidai.engine.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal (错误说明), RFC 9457 with three members of our own: the field at fault, the
 * next step, and the id under which the request is found in the log.
 */
@JsonInclude(Include.NON_NULL)
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String field,
    String nextStep,
    String requestId) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static ProblemDocument of(Refusal refusal, Language language, String requestId) {
    ProblemType type = refusal.type();
    return new ProblemDocument(
        type.uri(),
        type.title().in(language),
        type.status(),
        refusal.detail().in(language),
        refusal.field().orElse(null),
        type.nextStep().in(language),
        requestId);
  }
}
