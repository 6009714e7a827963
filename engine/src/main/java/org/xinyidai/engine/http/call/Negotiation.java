package org.xinyidai.engine.http.call;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.xinyidai.engine.http.problem.Preferences;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/**
 * Checks before anything is read: the query parameters are known, the body has a type and encoding
 * that the endpoint takes, the answer can have a type that the caller wants.
 */
public final class Negotiation implements Handler<RoutingContext> {
  private final Endpoint endpoint;

  public Negotiation(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void handle(RoutingContext context) {
    checkQuery(context);
    checkBodyType(context);
    context.setAcceptableContentType(wantedType(context));
    context.next();
  }

  static String bodyType(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return header == null ? "" : withoutParameters(header);
  }

  private void checkQuery(RoutingContext context) {
    for (String name : context.queryParams().names()) {
      if (!endpoint.query().contains(name) || context.queryParam(name).size() > 1) {
        throw Refusal.of(
                ProblemType.UNKNOWN_PARAMETER,
                "该操作没有此参数，或此参数出现多次；可用参数：" + String.join("、", sorted()),
                "This operation has no such parameter, or it is there twice; known: "
                    + String.join(", ", sorted()))
            .at(name);
      }
    }
  }

  private List<String> sorted() {
    return endpoint.query().stream().sorted().toList();
  }

  private void checkBodyType(RoutingContext context) {
    if (!endpoint.intake().takesBody()) {
      return;
    }
    if (!endpoint.intake().mediaTypes().contains(bodyType(context))) {
      String known = String.join(", ", endpoint.intake().mediaTypes());
      throw Refusal.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Content-Type 须为：" + known,
              "Content-Type has to be one of: " + known)
          .at("Content-Type");
    }
    String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    boolean known =
        encoding == null
            || encoding.equalsIgnoreCase("identity")
            || (endpoint.intake().gzip() && encoding.equalsIgnoreCase("gzip"));
    if (!known) {
      throw Refusal.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "不支持该 Content-Encoding",
              "This Content-Encoding is not supported")
          .at("Content-Encoding");
    }
  }

  /** The first type of ours that the most wanted range of the caller takes in. */
  private String wantedType(RoutingContext context) {
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    if (accept == null || accept.isBlank()) {
      return endpoint.produces().get(0);
    }
    return Preferences.of(accept).stream()
        .flatMap(range -> endpoint.produces().stream().filter(type -> takes(range, type)).limit(1))
        .findFirst()
        .orElseThrow(this::notAcceptable);
  }

  private Refusal notAcceptable() {
    String known = String.join(", ", endpoint.produces());
    return Refusal.of(ProblemType.NOT_ACCEPTABLE, "可返回的格式：" + known, "The answer can be: " + known)
        .at("Accept");
  }

  private static boolean takes(String range, String type) {
    return range.equals(type)
        || range.equals("*/*")
        || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
  }

  private static String withoutParameters(String header) {
    int end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }
}
