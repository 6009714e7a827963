package org.xinyidai.engine.http.call;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import org.xinyidai.engine.identity.Operation;

/**
 * One operation of the API and where it is found.
 *
 * @param path below {@link #BASE}, with parameters as OpenAPI writes them: {@code /batches/{id}}
 * @param query the query parameters it knows; any other is refused
 * @param produces media types that it can answer in, the preferred first
 */
public record Endpoint(
    Operation operation,
    HttpMethod method,
    String path,
    Set<String> query,
    Intake intake,
    List<String> produces,
    Action action) {
  /** Where this version of the API begins. */
  public static final String BASE = "/api/v1";

  public Endpoint {
    query = Set.copyOf(query);
    produces = List.copyOf(produces);
  }

  public static Endpoint get(Operation operation, String path, Action action) {
    return new Endpoint(
        operation, HttpMethod.GET, path, Set.of(), Intake.none(), List.of(MediaTypes.JSON), action);
  }

  public static Endpoint post(Operation operation, String path, Intake intake, Action action) {
    return new Endpoint(
        operation, HttpMethod.POST, path, Set.of(), intake, List.of(MediaTypes.JSON), action);
  }

  public Endpoint withQuery(String... names) {
    return new Endpoint(operation, method, path, Set.of(names), intake, produces, action);
  }

  public Endpoint producing(String... mediaTypes) {
    return new Endpoint(operation, method, path, query, intake, List.of(mediaTypes), action);
  }

  /** The whole path as the router writes it: {@code /api/v1/batches/:id}. */
  public String routePath() {
    return BASE + path.replaceAll("\\{(\\w+)}", ":$1");
  }
}
