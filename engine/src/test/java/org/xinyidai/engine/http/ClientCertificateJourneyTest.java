package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Bindings;
import org.xinyidai.engine.identity.CertificateFingerprint;
import org.xinyidai.engine.identity.IssuedAccount;
import org.xinyidai.engine.identity.Role;

/** A bank's machine comes with a certificate, and its stolen token opens nothing without it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientCertificateJourneyTest {
  private static final String FEEDS = "/api/v1/feeds";

  @TempDir static Path folder;
  private static SecureServer server;
  private static TestCertificates.Pair own;
  private static SSLContext withNone;
  private static SSLContext withOwn;
  private static SSLContext withOther;
  private static SSLContext withStrange;
  private static String bound;
  private static String free;

  @BeforeAll
  static void start() {
    TestCertificates made = new TestCertificates(folder);
    own = made.server("localhost");
    TestCertificates.Pair authority = made.authority("bank-authority");
    TestCertificates.Pair bank = made.client("bank", authority);
    server = new SecureServer(folder.resolve("state"), own.serverFor(authority));
    withNone = TestCertificates.context(own);
    withOwn = TestCertificates.context(own, bank);
    withOther = TestCertificates.context(own, made.client("other-bank", authority));
    withStrange = TestCertificates.context(own, made.client("stranger", made.authority("anyone")));
    IssuedAccount account = server.server.backend.accounts().issue(Role.BANK, "bank", "bank-1");
    bound = account.token().reveal();
    free = server.server.token(Role.BANK, "bank-2");
    Bindings bindings = new Bindings(server.server.backend.platform().store());
    CertificateFingerprint fingerprint =
        CertificateFingerprint.of(TestCertificates.read(bank.certificate()));
    server
        .server
        .backend
        .platform()
        .store()
        .execute(changes -> bindings.bind(changes, account.account().id(), fingerprint));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void with_its_certificate_the_token_opens() throws IOException {
    assertEquals(200, feeds(withOwn, bound).statusCode());
  }

  @Test
  void without_it_the_token_opens_nothing_and_the_answer_says_why() throws IOException {
    HttpResponse<String> refused = feeds(withNone, bound);

    assertEquals(401, refused.statusCode());
    assertEquals(
        "urn:xinyidai:problem:certificate-refused",
        RunningServer.json(refused).path("type").asText());
    assertEquals(
        "Bearer realm=\"xinyidai\", error=\"invalid_token\"",
        refused.headers().firstValue("WWW-Authenticate").orElseThrow());
  }

  @Test
  void the_certificate_of_another_of_the_same_authority_is_not_its_own() throws IOException {
    assertEquals(401, feeds(withOther, bound).statusCode());
  }

  @Test
  void a_certificate_of_an_unknown_authority_does_not_come_as_far_as_a_request() {
    assertThrows(IOException.class, () -> feeds(withStrange, bound));
    assertThrows(IOException.class, () -> feeds(withStrange, free));
  }

  @Test
  void whoever_is_not_bound_needs_no_certificate_and_may_have_any() throws IOException {
    assertEquals(200, feeds(withNone, free).statusCode());
    assertEquals(200, feeds(withOwn, free).statusCode());
    assertEquals(200, server.get(withNone, "/health").statusCode());
  }

  @Test
  void a_header_is_no_certificate() throws IOException {
    String shown = CertificateFingerprint.of(TestCertificates.read(own.certificate())).hex();
    HttpResponse<String> refused =
        server.get(
            withNone,
            FEEDS,
            "Authorization",
            "Bearer " + bound,
            "X-Client-Cert",
            shown,
            "X-SSL-Client-Fingerprint",
            shown);
    assertEquals(401, refused.statusCode());
  }

  private static HttpResponse<String> feeds(SSLContext client, String token) throws IOException {
    return server.get(client, FEEDS, "Authorization", "Bearer " + token);
  }
}
