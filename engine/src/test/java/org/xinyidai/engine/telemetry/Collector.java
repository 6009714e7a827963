package org.xinyidai.engine.telemetry;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A collector that takes spans as OTLP over HTTP and tells which it got. */
public final class Collector implements AutoCloseable {
  // Numbers of fields in opentelemetry/proto/trace/v1/trace.proto.
  private static final int RESOURCE_SPANS = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int PARENT = 4;
  private static final int NAME = 5;
  private static final int ATTRIBUTES = 9;

  private final HttpServer server;
  private final List<byte[]> bodies = new ArrayList<>();

  /** One span as it arrived; numbers among the attributes are written as text. */
  public record Arrived(
      String name, String trace, String id, String parent, Map<String, String> attributes) {}

  public Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All that came, byte for byte, as far as it is text. */
  public synchronized String text() {
    StringBuilder all = new StringBuilder();
    bodies.forEach(body -> all.append(new String(body, StandardCharsets.UTF_8)));
    return all.toString();
  }

  public synchronized List<Arrived> spans() throws InvalidProtocolBufferException {
    List<Arrived> spans = new ArrayList<>();
    for (byte[] body : bodies) {
      for (var resource : inner(UnknownFieldSet.parseFrom(body), RESOURCE_SPANS)) {
        for (var scope : inner(resource, SCOPE_SPANS)) {
          for (var span : inner(scope, SPANS)) {
            spans.add(arrived(span));
          }
        }
      }
    }
    return spans;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    synchronized (this) {
      bodies.add(body);
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Arrived arrived(UnknownFieldSet span) throws InvalidProtocolBufferException {
    Map<String, String> attributes = new TreeMap<>();
    for (var attribute : inner(span, ATTRIBUTES)) {
      UnknownFieldSet value = inner(attribute, 2).get(0);
      Field number = value.getField(3);
      attributes.put(
          text(attribute.getField(1)),
          number.getVarintList().isEmpty()
              ? text(value.getField(1))
              : number.getVarintList().get(0).toString());
    }
    return new Arrived(
        text(span.getField(NAME)),
        hex(span.getField(TRACE_ID)),
        hex(span.getField(SPAN_ID)),
        hex(span.getField(PARENT)),
        attributes);
  }

  private static List<UnknownFieldSet> inner(UnknownFieldSet outer, int field)
      throws InvalidProtocolBufferException {
    List<UnknownFieldSet> inner = new ArrayList<>();
    for (var bytes : outer.getField(field).getLengthDelimitedList()) {
      inner.add(UnknownFieldSet.parseFrom(bytes));
    }
    return inner;
  }

  private static String text(Field field) {
    return field.getLengthDelimitedList().isEmpty()
        ? ""
        : field.getLengthDelimitedList().get(0).toStringUtf8();
  }

  private static String hex(Field field) {
    return field.getLengthDelimitedList().isEmpty()
        ? ""
        : HexFormat.of().formatHex(field.getLengthDelimitedList().get(0).toByteArray());
  }
}
