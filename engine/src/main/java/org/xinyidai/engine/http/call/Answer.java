package org.xinyidai.engine.http.call;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.TreeMap;

/** What a call is answered with. */
public record Answer(int status, String contentType, Map<String, String> headers, Buffer body) {
  private static final int OK = 200;
  private static final int CREATED = 201;

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** 200 with the JSON of an answer record. */
  public static Answer json(Object value) {
    return new Answer(OK, MediaTypes.JSON, Map.of(), Json.write(value));
  }

  /** 201 with the JSON of an answer record and the path of what was made. */
  public static Answer created(String location, Object value) {
    return new Answer(
        CREATED,
        MediaTypes.JSON,
        Map.of(HttpHeaders.LOCATION.toString(), Endpoint.BASE + location),
        Json.write(value));
  }

  /** 200 with text, in UTF-8 if the content type says so. */
  public static Answer text(String contentType, String text) {
    return new Answer(OK, contentType, Map.of(), Buffer.buffer(text));
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, more, body);
  }
}
