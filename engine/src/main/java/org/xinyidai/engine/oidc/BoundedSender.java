package org.xinyidai.engine.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;

/** Sends a request to a provider with an end to its time and its answer's length (有界请求). */
final class BoundedSender implements HTTPRequestSender {
  static final HTTPRequestSender SHARED = new BoundedSender();

  /** A person waits in front of the browser. */
  static final int TIMEOUT_MS = 5_000;

  /** Tokens and keys are some kilobytes. */
  static final int MOST_BYTES = 256 << 10;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofMillis(TIMEOUT_MS))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    String body = request.getBody();
    BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(request.getURI())
            .timeout(Duration.ofMillis(TIMEOUT_MS))
            .method(request.getMethod().name(), content);
    request.getHeaderMap().forEach((name, values) -> values.forEach(v -> sent.header(name, v)));
    try {
      HttpResponse<InputStream> answer = client.send(sent.build(), BodyHandlers.ofInputStream());
      return read(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a provider", e);
    }
  }

  private static HTTPResponse read(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream in = answer.body()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("a provider answered more than " + MOST_BYTES + " bytes");
      }
      HTTPResponse response = new HTTPResponse(answer.statusCode());
      Optional<String> type = answer.headers().firstValue("Content-Type");
      if (type.isPresent()) {
        response.setEntityContentType(ContentType.parse(type.get()));
      }
      response.setBody(new String(bytes, UTF_8));
      return response;
    } catch (ParseException e) {
      throw new IOException("a provider answered with a content type that is none", e);
    }
  }
}
