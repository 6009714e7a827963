package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A published product is put on the shelf; enterprises see it, other lenders do not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductJourneyTest {
  private static final String PATH = "/api/v1/products";
  private static final String BANK = "example-bank";
  private static final String PRODUCT =
      """
      {"id":"example-tax-loan","version":1,"nameZh":"示例税贷","nameEn":"Example tax loan",
       "lender":{"organisation":"example-bank","nameZh":"示例银行","nameEn":"Example Bank","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"示例","note":"for a test"},
       "criteria":[{"type":"range","attribute":"age_months","min":24}]}""";

  @TempDir Path folder;
  private RunningServer server;
  private String bank;
  private String rival;
  private String admin;
  private String enterprise;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    bank = server.token(Role.BANK, BANK);
    rival = server.token(Role.BANK, "other-bank");
    admin = server.token(Role.ADMIN);
    enterprise = server.token(Role.ENTERPRISE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_published_product_is_found_and_matched_from_then_on() {
    int before = server.backend.platform().shelf().all().size();
    HttpResponse<String> posted = post(admin, PRODUCT);
    assertEquals(201, posted.statusCode(), posted.body());
    String place = posted.headers().firstValue("Location").orElseThrow();

    JsonNode product = RunningServer.json(server.getAs(enterprise, place));
    assertEquals("示例税贷", product.path("nameZh").asText());
    assertEquals(395, product.path("rateBp").path("fixed").asInt());
    assertEquals(
        before + 1,
        server.backend.platform().shelf().matcher(RunningServer.AS_OF).products().size());
  }

  @Test
  void a_lender_sees_its_own_products_and_no_byte_of_those_of_others() {
    post(admin, PRODUCT);

    assertEquals(1, RunningServer.json(server.getAs(bank, PATH)).path("products").size());
    assertEquals("{\"products\":[]}", server.getAs(rival, PATH).body());
    HttpResponse<String> others = server.getAs(rival, PATH + "/example-tax-loan");
    assertEquals(404, others.statusCode());
    assertFalse(others.body().contains("示例"));
  }

  @Test
  void products_are_listed_page_by_page_and_all_are_seen_once() {
    String next = PATH + "?limit=7";
    int seen = 0;
    while (!next.isEmpty()) {
      HttpResponse<String> page = server.getAs(enterprise, next);
      seen += RunningServer.json(page).path("products").size();
      String link = page.headers().firstValue("Link").orElse("<>");
      next = link.substring(1, link.indexOf('>'));
    }
    assertEquals(server.backend.platform().shelf().all().size(), seen);
  }

  @Test
  void changed_terms_need_a_new_version_and_the_newest_is_shown() {
    post(admin, PRODUCT);
    String cheaper = PRODUCT.replace("395", "300");

    HttpResponse<String> same = post(admin, cheaper);
    assertEquals(422, same.statusCode());
    assertEquals("version", RunningServer.json(same).path("field").asText());

    assertEquals(201, post(admin, cheaper.replace("\"version\":1", "\"version\":2")).statusCode());
    JsonNode shown = RunningServer.json(server.getAs(bank, PATH + "/example-tax-loan"));
    assertEquals(300, shown.path("rateBp").path("fixed").asInt());
  }

  @Test
  void no_product_takes_the_id_or_the_name_of_another_lender() {
    post(admin, PRODUCT);
    String other = PRODUCT.replace("example-bank", "other-bank");

    HttpResponse<String> hijacked = post(admin, other.replace("\"version\":1", "\"version\":2"));
    assertEquals(422, hijacked.statusCode());
    assertEquals("id", RunningServer.json(hijacked).path("field").asText());

    HttpResponse<String> borrowed = post(admin, other.replace("example-tax-loan", "other-loan"));
    assertEquals(422, borrowed.statusCode());
    assertEquals("lender.nameZh", RunningServer.json(borrowed).path("field").asText());
  }

  @Test
  void a_product_that_does_not_hold_is_refused_by_the_path_of_its_fault() {
    HttpResponse<String> response =
        post(admin, PRODUCT.replace("age_months", "shoe_size").replace("395", "39500"));

    assertEquals(422, response.statusCode(), response.body());
    assertTrue(RunningServer.json(response).path("field").asText().startsWith("rateBp"));
    assertEquals(422, post(admin, "{}").statusCode());
    assertEquals(422, post(admin, "[]").statusCode());
    assertEquals(400, post(admin, "nonsense").statusCode());
  }

  @Test
  void the_same_key_gets_the_same_answer() {
    HttpResponse<String> first = post(admin, PRODUCT, "Idempotency-Key", "k1");
    HttpResponse<String> again = post(admin, PRODUCT, "Idempotency-Key", "k1");

    assertEquals(201, again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals(
        422, post(admin, PRODUCT.replace("395", "300"), "Idempotency-Key", "k1").statusCode());
  }

  @Test
  void a_lender_does_not_publish_past_its_second_person() {
    assertEquals(403, post(enterprise, PRODUCT).statusCode());
    assertEquals(403, post(bank, PRODUCT).statusCode());
    assertEquals(403, post(server.token(Role.OFFICE), PRODUCT).statusCode());
    assertEquals(201, post(admin, PRODUCT).statusCode());
  }

  private HttpResponse<String> post(String token, String body, String... headers) {
    return server.postAs(token, PATH, "application/json", body, headers);
  }
}
