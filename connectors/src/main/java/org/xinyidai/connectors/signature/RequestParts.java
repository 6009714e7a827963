package org.xinyidai.connectors.signature;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as a signature can cover it (请求要素).
 *
 * @param scheme {@code http} or {@code https}, as the client sees it
 * @param authority host and port as in the field Host; the usual port of the scheme is left out
 * @param path as sent, neither decoded nor put in order
 * @param query as sent without the question mark; null where there is none
 */
public record RequestParts(
    String method,
    String scheme,
    String authority,
    String path,
    @Nullable String query,
    Fields fields)
    implements Parts {

  /** The lines of a header field in their order; none where it was not sent. */
  @FunctionalInterface
  public interface Fields {
    List<String> of(String name);
  }

  public RequestParts {
    scheme = scheme.toLowerCase(Locale.ROOT);
    authority = withoutUsualPort(scheme, authority.toLowerCase(Locale.ROOT));
    path = path.isEmpty() ? "/" : path;
  }

  /** Of a request that is about to be sent. */
  public static RequestParts of(String method, URI target, Fields fields) {
    return new RequestParts(
        method,
        target.getScheme(),
        target.getRawAuthority(),
        target.getRawPath(),
        target.getRawQuery(),
        fields);
  }

  @Override
  public Optional<String> part(String name) {
    if (!name.startsWith("@")) {
      return field(name);
    }
    return switch (name) {
      case "@method" -> Optional.of(method);
      case "@scheme" -> Optional.of(scheme);
      case "@authority" -> Optional.of(authority);
      case "@path" -> Optional.of(path);
      case "@query" -> Optional.of("?" + (query == null ? "" : query));
      case "@request-target" -> Optional.of(requestTarget());
      case "@target-uri" -> Optional.of(scheme + "://" + authority + requestTarget());
      default -> Optional.empty();
    };
  }

  private String requestTarget() {
    return query == null ? path : path + "?" + query;
  }

  private Optional<String> field(String name) {
    List<String> lines = fields.of(name);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.stream().map(String::strip).collect(Collectors.joining(", ")));
  }

  private static String withoutUsualPort(String scheme, String authority) {
    String usual = scheme.equals("https") ? ":443" : ":80";
    return authority.endsWith(usual)
        ? authority.substring(0, authority.length() - usual.length())
        : authority;
  }
}
