package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;
import static org.xinyidai.engine.http.ScreenedTown.BANK;
import static org.xinyidai.engine.http.ScreenedTown.EVERYONE;
import static org.xinyidai.engine.http.ScreenedTown.PRODUCT;
import static org.xinyidai.engine.http.ScreenedTown.TAXED;
import static org.xinyidai.engine.http.ScreenedTown.withPurpose;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A lender finds enterprises without knowing who they are, and those who consent answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningJourneyTest {

  @TempDir Path folder;
  private RunningServer server;
  private String bank;
  private String rival;
  private String office;

  @BeforeEach
  void start() {
    server = ScreenedTown.open(folder);
    bank = server.token(Role.BANK, BANK);
    rival = server.token(Role.BANK, "另一家银行");
    office = server.token(Role.OFFICE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_lender_is_told_about_how_many_match_and_the_office_how_many() {
    JsonNode told = json(post(bank, "/screenings/counts", TAXED)).path("count");
    assertFalse(told.path("exact").asBoolean());
    assertEquals(0, told.path("count").asLong() % 10);
    assertTrue(Math.abs(told.path("count").asLong() - ScreenedTown.FIRMS) <= 10, told.toString());
    assertEquals(
        told,
        json(post(bank, "/screenings/counts", TAXED.replace("\"from\":24", "\"from\":12")))
            .path("count"),
        "the same group in other words is told the same");

    JsonNode plain = json(post(office, "/screenings/counts", TAXED)).path("count");
    assertEquals(ScreenedTown.FIRMS, plain.path("count").asLong());
    assertTrue(plain.path("exact").asBoolean());
  }

  @Test
  void counts_come_by_the_bands_of_an_attribute_too() {
    String body = "{\"by\":\"tax_rating_class\"}";
    JsonNode groups = json(post(office, "/screenings/counts", body)).path("groups");

    assertEquals(2, groups.size());
    assertEquals("C", groups.at("/0/band/zh").asText());
    assertEquals(ScreenedTown.FIRMS / 2, groups.at("/0/count/count").asLong());
  }

  @Test
  void a_small_group_is_neither_counted_nor_listed_nor_pulled() {
    // One alone paid what lies in the lower band after this correction.
    ScreenedTown.deliver(
        server,
        "tax_payment",
        "uscc,period,taxType,paidYuan,overdueYuan,dueOn,paidOn,receiptNumber\n"
            + ScreenedTown.CANARY
            + ",2024-01,增值税,20000,0,2024-02-15,2024-02-12,1\n");
    ScreenedTown.refresh(server);
    String alone = "{\"conditions\":[{\"attribute\":\"tax_paid_fen_12m\",\"to\":50000000}]}";

    JsonNode count = json(post(bank, "/screenings/counts", alone)).path("count");
    assertTrue(count.path("count").isNull());
    assertEquals(16, count.path("fewerThan").asInt());
    assertEquals(0, json(post(bank, "/screenings", alone)).path("enterprises").size());
    HttpResponse<String> pulled = post(bank, "/leads", withPurpose(alone));
    assertEquals(422, pulled.statusCode());
    assertEquals(1, json(post(office, "/screenings/counts", alone)).at("/count/count").asLong());
  }

  @Test
  void odd_bounds_are_moved_to_whole_bands_so_that_no_amount_can_be_felt_out() {
    String odd =
        "{\"conditions\":[{\"attribute\":\"tax_paid_fen_12m\",\"from\":%s,\"to\":100000000}]}";
    JsonNode below = json(post(office, "/screenings/counts", odd.formatted("50000001")));
    assertEquals(List.of("tax_paid_fen_12m"), texts(below.path("narrowed")));
    assertEquals(0, below.at("/count/count").asLong(), "no whole band lies inside");
  }

  @Test
  void what_cannot_be_asked_is_refused_by_name() {
    refused("conditions[0].attribute", condition("registered_capital_fen", "\"from\":1"));
    refused("conditions[0].anyOf", condition("industry_code", "\"anyOf\":[\"3391\"]"));
    refused("conditions[0].anyOf", condition("division_code", "\"anyOf\":[\"x\"]"));
    refused("conditions[0]", condition("age_months", "\"from\":9,\"to\":9"));
    refused("product", "{\"product\":\"no-such\"}");
    refused("by", "{\"by\":\"uscc\"}");
  }

  @Test
  void a_products_own_criteria_are_one_call_and_a_rivals_product_is_no_product() {
    assertEquals(201, post(server.token(Role.ADMIN), "/products", PRODUCT).statusCode());
    ScreenedTown.refresh(server);
    String body = "{\"product\":\"cast-loan\"}";

    JsonNode passing = json(post(office, "/screenings/counts", body)).path("count");
    assertEquals(ScreenedTown.FIRMS / 2, passing.path("count").asLong());
    assertEquals(200, post(bank, "/screenings/counts", body).statusCode());
    for (JsonNode row : json(post(bank, "/screenings", body)).path("enterprises")) {
      assertEquals("A", row.path("tax_rating_class").asText());
    }
    assertEquals(422, post(rival, "/screenings/counts", body).statusCode());
  }

  @Test
  void counts_by_a_product_end_for_the_day_and_those_by_bands_go_on() {
    assertEquals(201, post(server.token(Role.ADMIN), "/products", PRODUCT).statusCode());
    ScreenedTown.refresh(server);
    List<Integer> statuses = new ArrayList<>();
    for (int customers : new int[] {1, 3, 10, 30, 100}) {
      for (int stars = 1; stars <= 5; stars++) {
        for (boolean missing : new boolean[] {false, true}) {
          String body =
              """
              {"product":"cast-loan","conditions":[{"attribute":"stars","anyOf":["%d"]},
               {"attribute":"customers_count_12m","from":%d,"missing":%s}]}"""
                  .formatted(stars, customers, missing);
          HttpResponse<String> answer = post(bank, "/screenings/counts", body);
          statuses.add(answer.statusCode());
          assertEquals(answer.statusCode(), post(bank, "/screenings/counts", body).statusCode());
        }
      }
    }
    List<Integer> expected = new ArrayList<>(Collections.nCopies(30, 200));
    expected.addAll(Collections.nCopies(20, 429));
    assertEquals(expected, statuses, "an answer again costs nothing");
    assertEquals(200, post(bank, "/screenings/counts", TAXED).statusCode());
    assertEquals(
        200, post(office, "/screenings/counts", "{\"product\":\"cast-loan\"}").statusCode());
  }

  @Test
  void the_best_come_first_samples_are_drawn_by_a_seed_and_no_more_than_asked_are_shown() {
    JsonNode best = json(post(bank, "/screenings", "{\"limit\":20}")).path("enterprises");
    assertEquals(20, best.size());
    for (JsonNode row : best) {
      assertEquals("A", row.path("tax_rating_class").asText(), "the model prefers A");
      assertEquals("43010", row.path("division_code").asText().substring(0, 5));
    }
    String sample = "{\"order\":{\"seed\":%d},\"limit\":15}";
    String drawn = post(bank, "/screenings", sample.formatted(4)).body();
    assertEquals(drawn, post(bank, "/screenings", sample.formatted(4)).body());
    assertEquals(400, post(bank, "/screenings", "{\"limit\":\"x\"}").statusCode());
    assertEquals(422, post(bank, "/screenings", "{\"limit\":101}").statusCode());
  }

  @Test
  void a_purpose_is_asked_for_and_those_who_have_no_business_here_are_let_in_nowhere() {
    assertEquals(422, post(bank, "/leads", EVERYONE).statusCode());
    String firm = server.token(Role.ENTERPRISE, ScreenedTown.CANARY.value());
    for (String path : List.of("/screenings", "/screenings/counts", "/leads")) {
      assertEquals(403, post(firm, path, withPurpose(EVERYONE)).statusCode(), path);
    }
    assertEquals(403, post(office, "/leads", withPurpose(EVERYONE)).statusCode());
    assertEquals(202, post(office, "/screenings/index", "").statusCode());
    assertEquals(200, server.getAs(bank, "/api/v1/screenings/attributes").statusCode());
  }

  private void refused(String field, String body) {
    HttpResponse<String> answer = post(bank, "/screenings/counts", body);
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals(field, json(answer).path("field").asText());
  }

  private static String condition(String attribute, String rest) {
    return "{\"conditions\":[{\"attribute\":\"%s\",%s}]}".formatted(attribute, rest);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return ScreenedTown.post(server, token, path, body);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
