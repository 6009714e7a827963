package org.xinyidai.engine.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.xinyidai.engine.http.call.Endpoint;

/** Which methods a path knows: what the header Allow says with a 405. */
final class AllowedMethods {
  private final List<Known> known;

  private record Known(Pattern path, String method) {}

  AllowedMethods(List<Endpoint> endpoints) {
    this.known =
        endpoints.stream()
            .map(
                endpoint ->
                    new Known(
                        Pattern.compile(endpoint.routePath().replaceAll(":\\w+", "[^/]+") + "/?"),
                        endpoint.method().name()))
            .toList();
  }

  String on(String path) {
    Set<String> methods = new TreeSet<>();
    for (Known candidate : known) {
      if (candidate.path().matcher(path).matches()) {
        methods.add(candidate.method());
      }
    }
    // What is no endpoint and yet was routed is one of our pages.
    if (methods.isEmpty() || methods.contains("GET")) {
      methods.add("GET");
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }
}
