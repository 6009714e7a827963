package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;

/** Someone who was invited, chose a password, and works in a browser. */
final class Person {
  private static final String API = "/api/v1";
  private static final String JSON = "application/json";
  private static final String PASSWORD = "windy lamp of march";

  private final RunningServer server;
  private final String cookie;
  private final String csrf;

  private Person(RunningServer server, String cookie, String csrf) {
    this.server = server;
    this.cookie = cookie;
    this.csrf = csrf;
  }

  /**
   * Comes in by the code of an invitation, and enters with the password chosen there and, where the
   * role needs it, the code of the moment.
   */
  static Person invited(RunningServer server, String code, String user) {
    JsonNode secret = ok(200, accept(server, code, user)).path("secret");
    String second = secret.isTextual() ? Authenticator.code(secret.asText(), Instant.now()) : "";
    HttpResponse<String> in =
        open(
            server,
            "/sessions",
            "{\"user\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}"
                .formatted(user, PASSWORD, second));
    assertEquals(201, in.statusCode(), in.body());
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    return new Person(server, cookie, RunningServer.json(in).path("csrf").asText());
  }

  static HttpResponse<String> accept(RunningServer server, String code, String user) {
    return open(
        server,
        "/invitations/acceptance",
        "{\"code\":\"%s\",\"user\":\"%s\",\"password\":\"%s\"}".formatted(code, user, PASSWORD));
  }

  private static HttpResponse<String> open(RunningServer server, String path, String body) {
    return server.send(
        server.request(API + path, "Content-Type", JSON).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return server.get(API + path, "Cookie", cookie);
  }

  JsonNode read(String path) {
    return ok(200, get(path));
  }

  HttpResponse<String> post(String path, String body) {
    return server.send(
        server
            .request(API + path, "Cookie", cookie, "X-CSRF-Token", csrf, "Content-Type", JSON)
            .POST(BodyPublishers.ofString(body)));
  }

  /** The same with nothing to say. */
  HttpResponse<String> post(String path) {
    return server.send(
        server
            .request(API + path, "Cookie", cookie, "X-CSRF-Token", csrf)
            .POST(BodyPublishers.noBody()));
  }

  /** Sends a file as a message of a thread. */
  HttpResponse<String> send(String thread, String name, String type, byte[] bytes) {
    return server.send(
        server
            .request(
                API + "/inquiries/" + thread + "/files?name=" + name,
                "Cookie",
                cookie,
                "X-CSRF-Token",
                csrf,
                "Content-Type",
                type)
            .POST(BodyPublishers.ofByteArray(bytes)));
  }

  JsonNode application(String id) {
    return read("/applications/" + id);
  }

  /** Takes a step that must be taken. */
  JsonNode step(String id, String body) {
    return ok(200, tryStep(id, body));
  }

  HttpResponse<String> tryStep(String id, String body) {
    String json = body.startsWith("{") ? body : "{\"step\":\"%s\"}".formatted(body);
    return post("/applications/" + id + "/steps", json);
  }

  /** Texts of the notices that it finds, the newest first. */
  String told() {
    StringBuilder texts = new StringBuilder();
    for (JsonNode notice : read("/notifications").path("notices")) {
      texts.append(notice.path("kind").asText()).append(' ');
      texts.append(notice.at("/text/zh").asText()).append('\n');
    }
    return texts.toString();
  }
}
