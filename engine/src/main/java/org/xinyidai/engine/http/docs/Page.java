package org.xinyidai.engine.http.docs;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.zip.CRC32;

/** A page, script or style held in memory (静态页面). Browsers ask each time whether it changed. */
public final class Page implements Handler<RoutingContext> {
  private static final int NOT_MODIFIED = 304;

  private final String path;
  private final String contentType;
  private final Buffer body;
  private final String tag;

  public Page(String path, String contentType, byte[] body) {
    this.path = path;
    this.contentType = contentType;
    this.body = Buffer.buffer(body);
    CRC32 checksum = new CRC32();
    checksum.update(body);
    this.tag = "\"" + Long.toHexString(checksum.getValue()) + "-" + body.length + "\"";
  }

  public String path() {
    return path;
  }

  /** Whether a browser shows it as a page of its own, which may load our scripts and styles. */
  public boolean isDocument() {
    return contentType.startsWith("text/html");
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(NOT_MODIFIED).end();
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(body);
    }
  }
}
