package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.oidc.IdentityProvider;
import org.xinyidai.engine.oidc.IdentityProviderFile;
import org.xinyidai.engine.oidc.IdentityProviders;

/** An officer of a lender comes in by the lender's own provider, and nobody else does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderJourneyTest {
  private static final String LENDER = "上街农商行";

  @TempDir Path folder;
  private FakeProvider provider;
  private RunningServer server;

  @BeforeEach
  void start() {
    provider = new FakeProvider();
    server =
        RunningServer.withProviders(
            folder,
            new IdentityProviders(
                URI.create("http://127.0.0.1:8080" + IdentityProviders.CALLBACK),
                List.of(
                    new IdentityProvider(
                        ProviderTrip.ID,
                        LENDER,
                        LENDER,
                        provider.issuer(),
                        FakeProvider.CLIENT,
                        new IdentityProvider.Secret(FakeProvider.SECRET)))));
  }

  @AfterEach
  void stop() {
    server.close();
    provider.close();
  }

  @Test
  void an_invited_officer_comes_in_and_from_then_on_without_the_invitation() {
    HttpResponse<String> first = come(ProviderTrip.invite(server, Role.BANK, LENDER));
    assertEquals("/login", location(first));
    JsonNode session = RunningServer.json(ProviderTrip.session(server, first));
    assertEquals("bank", session.path("role").asText());
    assertEquals(LENDER, session.path("organisation").asText());
    assertEquals("srcb:officer-7", session.path("user").asText());

    HttpResponse<String> again = come(null);
    assertEquals(200, ProviderTrip.session(server, again).statusCode());
  }

  @Test
  void the_request_to_the_provider_bears_state_nonce_and_the_hash_of_a_secret() {
    ProviderTrip trip = ProviderTrip.begin(server, null);
    ProviderTrip other = ProviderTrip.begin(server, null);

    assertEquals("code", trip.asked("response_type"));
    assertEquals("S256", trip.asked("code_challenge_method"));
    for (String name : List.of("state", "nonce", "code_challenge")) {
      assertTrue(trip.asked(name).length() >= 43, name);
      assertNotEquals(trip.asked(name), other.asked(name), name);
    }
  }

  @Test
  void who_was_not_invited_does_not_come_in_and_no_account_is_made() {
    int before = server.backend.accounts().all().size();
    refused(come(null), "#refused");
    assertEquals(before, server.backend.accounts().all().size());
  }

  @Test
  void an_invitation_of_another_organisation_leads_nowhere_and_stays_unused() {
    String others = ProviderTrip.invite(server, Role.OFFICE, "金融办");
    refused(come(others), "#invitation");
    refused(come(others), "#invitation");
    HttpResponse<String> accepted =
        server.send(
            server
                .request("/api/v1/invitations/acceptance", "Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"user\":\"clerk\",\"password\":\"windy lamp of march\"}"
                            .formatted(others))));
    assertEquals(200, accepted.statusCode());
  }

  @Test
  void a_state_is_good_once_and_in_its_own_browser_alone() {
    String invitation = ProviderTrip.invite(server, Role.BANK, LENDER);
    ProviderTrip trip = visited(ProviderTrip.begin(server, invitation));
    String query = "state=" + trip.asked("state") + "&code=c";
    ProviderTrip stranger = ProviderTrip.begin(server, null);

    refused(stranger.back(query), "#refused");
    refused(trip.back(query), "#refused");
    ProviderTrip second = visited(ProviderTrip.begin(server, invitation));
    assertEquals(
        "/login",
        location(
            second.back("state=" + second.asked("state") + "&code=c&iss=" + provider.issuer())));
    refused(second.back("state=" + second.asked("state") + "&code=c"), "#refused");
    refused(second.back("error=access_denied&state=x"), "#refused");
  }

  @Test
  void an_answer_of_another_issuer_is_refused() {
    ProviderTrip trip = visited(ProviderTrip.begin(server, null));
    refused(
        trip.back("state=" + trip.asked("state") + "&code=c&iss=https://evil.example"), "#refused");
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("another audience", claims -> claims.audience("another")),
        lie("another issuer", claims -> claims.issuer("http://127.0.0.1:1")),
        lie("expired", claims -> claims.expirationTime(Date.from(Instant.EPOCH))),
        lie("another nonce", claims -> claims.claim("nonce", "x")),
        lie("no nonce", claims -> claims.claim("nonce", null)),
        lie("no subject", claims -> claims.subject(null)));
  }

  private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> lie) {
    return Arguments.of(what, lie);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void a_token_that_lies_opens_nothing(String what, UnaryOperator<JWTClaimsSet.Builder> lie) {
    come(ProviderTrip.invite(server, Role.BANK, LENDER));
    provider.lying(lie);
    refused(come(null), "#refused");
  }

  @Test
  void a_token_signed_by_someone_else_opens_nothing() {
    come(ProviderTrip.invite(server, Role.BANK, LENDER));
    provider.signingAsSomeoneElse();
    refused(come(null), "#refused");
  }

  @Test
  void a_removed_account_is_out_at_once_and_does_not_come_back() {
    HttpResponse<String> in = come(ProviderTrip.invite(server, Role.BANK, LENDER));
    server.backend.accounts().all().stream()
        .filter(one -> one.role() == Role.BANK)
        .forEach(one -> server.backend.accounts().remove(one.id()));

    assertEquals(401, ProviderTrip.session(server, in).statusCode());
    refused(come(null), "#refused");
  }

  @Test
  void a_file_of_providers_is_read_whole_or_the_platform_does_not_start() throws IOException {
    Files.writeString(folder.resolve("secret"), "s3cret\n");
    Path file = folder.resolve("providers.json");
    String good =
        "{\"publicUrl\":\"https://credit.example\",\"providers\":[{\"id\":\"srcb\",\"title\":\"t\",\"organisation\":\"o\",\"issuer\":\"https://id.example\",\"clientId\":\"c\",\"secretFile\":\"secret\"}]}";
    Files.writeString(file, good);
    IdentityProviders read = IdentityProviderFile.read(file);
    assertEquals(
        URI.create("https://credit.example" + IdentityProviders.CALLBACK), read.callback());
    assertTrue(!read.toString().contains("s3cret"), read.toString());

    for (String bad :
        List.of(
            good.replace("clientId", "client"),
            good.replace("https://id", "http://id"),
            good.replace("https://credit", "http://credit"),
            good.replace("srcb", "SRCB"),
            good.replace("\"secret\"", "\"nowhere\""))) {
      Files.writeString(file, bad);
      assertThrows(IOException.class, () -> IdentityProviderFile.read(file), bad);
    }
  }

  private HttpResponse<String> come(String invitation) {
    ProviderTrip trip = visited(ProviderTrip.begin(server, invitation));
    return trip.back("state=" + trip.asked("state") + "&code=c&session_state=s");
  }

  private ProviderTrip visited(ProviderTrip trip) {
    provider.visited(trip.asked("nonce"), trip.asked("code_challenge"));
    return trip;
  }

  private void refused(HttpResponse<String> back, String why) {
    assertEquals(303, back.statusCode(), back.body());
    assertEquals("/login" + why, location(back));
    assertEquals(401, ProviderTrip.session(server, back).statusCode());
  }

  private static String location(HttpResponse<String> back) {
    return back.headers().firstValue("Location").orElse(back.body());
  }
}
