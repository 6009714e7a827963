package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** What conditions may speak of is told by title, unit and codes, so that nobody writes a name. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductAttributesJourneyTest {
  private static final String PATH = "/api/v1/product-attributes";

  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_lender_is_told_every_attribute_with_its_title_unit_and_codes() {
    Map<String, JsonNode> told = new HashMap<>();
    RunningServer.json(server.getAs(server.token(Role.BANK), PATH))
        .path("attributes")
        .forEach(one -> told.put(one.path("name").asText(), one));

    assertEquals(server.backend.platform().attributes().size(), told.size());
    told.values().forEach(one -> assertFalse(one.at("/title/zh").asText().isBlank()));
    assertEquals("FEN", told.get("tax_paid_fen_12m").path("unit").asText());
    assertEquals("number", told.get("tax_paid_fen_12m").path("kind").asText());
    assertEquals("fails", told.get("tax_paid_fen_12m").path("whenMissing").asText());
    assertEquals("[\"D\",\"C\",\"M\",\"B\",\"A\"]", codes(told, "tax_rating_class"));
    assertEquals(6, told.get("division_code").path("digits").asInt());
    assertTrue(told.get("division_code").path("codes").isNull());
    assertEquals("date", told.get("founded_on").path("kind").asText());
    assertEquals("lenderChecks", told.get("debts_fen").path("whenMissing").asText());
    assertEquals("flag", told.get("wages_paid_flag").path("kind").asText());
  }

  private static String codes(Map<String, JsonNode> told, String name) {
    return told.get(name).path("codes").toString();
  }

  @Test
  void a_source_of_data_and_a_stranger_are_told_nothing() {
    assertEquals(403, server.getAs(server.token(Role.SOURCE), PATH).statusCode());
    assertEquals(401, server.get(PATH).statusCode());
  }
}
