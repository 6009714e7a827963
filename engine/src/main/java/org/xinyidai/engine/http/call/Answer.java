package org.xinyidai.engine.http.call;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered with: a body that is there, or pages of a body that is too long for it.
 */
public final class Answer {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int SEE_OTHER = 303;

  private final int status;
  private final String contentType;
  private final Map<String, String> headers;
  private final Buffer body;
  private final @Nullable Pages pages;

  private Answer(
      int status,
      String contentType,
      Map<String, String> headers,
      Buffer body,
      @Nullable Pages pages) {
    this.status = status;
    this.contentType = contentType;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.pages = pages;
  }

  /** 200 with the JSON of an answer record. */
  public static Answer json(Object value) {
    return new Answer(OK, MediaTypes.JSON, Map.of(), Json.write(value), null);
  }

  /** 201 with the JSON of an answer record and the path of what was made. */
  public static Answer created(String location, Object value) {
    Map<String, String> headers = Map.of(HttpHeaders.LOCATION.toString(), Endpoint.BASE + location);
    return new Answer(CREATED, MediaTypes.JSON, headers, Json.write(value), null);
  }

  /** 303: the browser is to go elsewhere on this server. */
  public static Answer seeOther(String path, Object value) {
    Map<String, String> headers = Map.of(HttpHeaders.LOCATION.toString(), path);
    return new Answer(SEE_OTHER, MediaTypes.JSON, headers, Json.write(value), null);
  }

  /** 202 with the JSON of what was begun and the path where it can be watched. */
  public static Answer accepted(String location, Object value) {
    Map<String, String> headers = Map.of(HttpHeaders.LOCATION.toString(), Endpoint.BASE + location);
    return new Answer(ACCEPTED, MediaTypes.JSON, headers, Json.write(value), null);
  }

  /** An answer that was given before, with all its parts. */
  public static Answer again(
      int status, String contentType, Map<String, String> headers, Buffer body) {
    return new Answer(status, contentType, headers, body, null);
  }

  /** 200 with text, in UTF-8 if the content type says so. */
  public static Answer text(String contentType, String text) {
    return new Answer(OK, contentType, Map.of(), Buffer.buffer(text), null);
  }

  /** 200 with a file to be saved under a name of plain ASCII. */
  public static Answer file(String contentType, String name, byte[] bytes) {
    Map<String, String> headers =
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return new Answer(OK, contentType, headers, Buffer.buffer(bytes), null);
  }

  /** 200 with a body that is written page by page, so that its length needs no memory. */
  public static Answer pages(String contentType, Pages pages) {
    return new Answer(OK, contentType, Map.of(), Buffer.buffer(), pages);
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, more, body, pages);
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The body, empty where it comes in pages. */
  public Buffer body() {
    return body;
  }

  public Optional<Pages> pages() {
    return Optional.ofNullable(pages);
  }
}
