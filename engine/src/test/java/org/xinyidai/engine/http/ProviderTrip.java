package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;

/** A browser's way from our page to a provider and back. */
record ProviderTrip(RunningServer server, URI location, String cookie) {
  static final String ID = "srcb";

  /** Sets out. */
  static ProviderTrip begin(RunningServer server, @Nullable String invitation) {
    String code = invitation == null ? "null" : "\"" + invitation + "\"";
    HttpResponse<String> begun =
        server.send(
            server
                .request("/api/v1/sessions/provider", "Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"provider\":\"%s\",\"invitation\":%s}".formatted(ID, code))));
    assertEquals(201, begun.statusCode(), begun.body());
    return new ProviderTrip(
        server,
        URI.create(RunningServer.json(begun).path("location").asText()),
        begun.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", ""));
  }

  /** Opens an account and hands out its invitation. */
  static String invite(RunningServer server, Role role, String organisation) {
    var account =
        server
            .backend
            .accounts()
            .open("某人", new Organisations.Standing(role, organisation, Seat.NONE));
    return server.backend.logins().invite(account.id()).reveal();
  }

  String asked(String name) {
    return Query.of(location.getRawQuery(), name);
  }

  /** Comes back with what the provider put into the address. */
  HttpResponse<String> back(String query) {
    return server.get("/api/v1/sessions/provider/callback?" + query, "Cookie", cookie);
  }

  /** Who is in by the answer to {@link #back}. */
  static HttpResponse<String> session(RunningServer server, HttpResponse<String> back) {
    String own = back.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
    return server.get("/api/v1/sessions/own", "Cookie", own.isEmpty() ? "a=b" : own);
  }
}
