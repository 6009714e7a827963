package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.oidc.IdentityProvider;
import org.xinyidai.engine.oidc.IdentityProviders;

/** An officer of a lender comes in by a real Keycloak: its login page, its tokens, its keys. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakJourneyTest {
  private static final String LENDER = "上街农商行";
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  @TempDir static Path folder;
  private static Keycloak keycloak;
  private static RunningServer server;

  private final HttpClient browser = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    keycloak = Keycloak.start();
    IdentityProvider lender =
        new IdentityProvider(
            ProviderTrip.ID,
            LENDER,
            LENDER,
            keycloak.issuer(),
            Keycloak.CLIENT,
            new IdentityProvider.Secret(Keycloak.SECRET));
    server =
        RunningServer.withProviders(
            folder,
            new IdentityProviders(
                URI.create("http://127.0.0.1:8080" + IdentityProviders.CALLBACK), List.of(lender)));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void an_invited_officer_comes_in_with_the_password_of_the_lender_and_again_without_invitation() {
    String invitation = ProviderTrip.invite(server, Role.BANK, LENDER);
    ProviderTrip trip = ProviderTrip.begin(server, invitation);
    HttpResponse<String> back = trip.back(query(enter(trip.location(), "officer", "pw-officer")));

    assertEquals("/login", location(back));
    JsonNode session = RunningServer.json(ProviderTrip.session(server, back));
    assertEquals("bank", session.path("role").asText());
    assertEquals(LENDER, session.path("organisation").asText());

    // Keycloak knows the browser now and asks for no password.
    ProviderTrip second = ProviderTrip.begin(server, null);
    HttpResponse<String> again = second.back(query(get(second.location())));
    assertEquals("/login", location(again));
    assertEquals(200, ProviderTrip.session(server, again).statusCode());
  }

  @Test
  void a_colleague_whom_nobody_invited_is_known_to_the_lender_and_not_to_the_platform() {
    ProviderTrip trip = ProviderTrip.begin(server, null);
    HttpResponse<String> back =
        trip.back(query(enter(trip.location(), "colleague", "pw-colleague")));

    assertEquals("/login#refused", location(back));
    assertEquals(401, ProviderTrip.session(server, back).statusCode());
  }

  @Test
  void a_wrong_password_never_leaves_the_page_of_the_lender() {
    HttpResponse<String> page = enter(ProviderTrip.begin(server, null).location(), "officer", "x");
    assertEquals(200, page.statusCode());
    assertTrue(FORM.matcher(page.body()).find());
  }

  @Test
  void a_code_for_one_login_does_not_end_another() {
    ProviderTrip trip = ProviderTrip.begin(server, null);
    String code = Query.of(query(enter(trip.location(), "officer", "pw-officer")), "code");
    ProviderTrip other = ProviderTrip.begin(server, null);

    HttpResponse<String> back = other.back("state=" + other.asked("state") + "&code=" + code);
    assertEquals("/login#refused", location(back), "its PKCE verifier is of the other login");
  }

  private HttpResponse<String> enter(URI page, String user, String password) {
    Matcher form = FORM.matcher(get(page).body());
    assertTrue(form.find(), "Keycloak shows its form");
    String fields = "username=%s&password=%s".formatted(user, URLEncoder.encode(password, UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)));
  }

  private HttpResponse<String> get(URI page) {
    return send(HttpRequest.newBuilder(page).GET());
  }

  /** Keeps cookies as a browser does that stands on this very machine. */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
      for (String set : answer.headers().allValues("Set-Cookie")) {
        String pair = set.replaceAll(";.*", "");
        int at = pair.indexOf('=');
        cookies.put(pair.substring(0, at), pair.substring(at + 1));
      }
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String query(HttpResponse<String> redirect) {
    assertEquals(302, redirect.statusCode(), redirect.body());
    return URI.create(location(redirect)).getRawQuery();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.body());
  }
}
