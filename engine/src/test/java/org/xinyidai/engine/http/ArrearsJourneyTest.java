package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** A lender that let its time pass and a source with bad rows get their notices, each once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrearsJourneyTest {
  private static final String ARREARS = "/api/v1/arrears";
  private static final String NOTICES = ARREARS + "/notices";
  private static final Uscc FIRM = new Uscc(RunningServer.USCC);

  @TempDir Path folder;
  private LoanParties all;

  /** The application was filed forty days ago and nobody has touched it. */
  @BeforeEach
  void start() {
    Instant then = Instant.now().minus(Duration.ofDays(40));
    try (Platform platform = Platform.open(folder, () -> then)) {
      Loans loans = Loans.of(platform, new Accounts(platform.store(), new SecureRandom()));
      LoanRequest request = new LoanRequest(10_000_000L, 12, Purpose.WORKING_CAPITAL, 500);
      Demand demand =
          new Demand(new DemandId("d-1"), FIRM, request, LocalDate.of(2024, 1, 1), Map.of());
      Target target = new Target(LoanParties.ABC, new ProductId("loan"), 1, new Text("贷", "loan"));
      Findings findings = new Findings(null, true, List.of(), List.of());
      ApplicationId id = ApplicationId.of(FIRM, "%016x".formatted(1));
      Order.Item item = new Order.Item(id, target, findings, "c-%024x".formatted(1));
      Order order = new Order(demand, "350100", Origin.NEW, List.of(item), null);
      platform.store().execute(changes -> loans.desk().file(changes, order));
    }
    all = new LoanParties(RunningServer.in(folder));
  }

  @AfterEach
  void stop() {
    all.server.close();
  }

  @Test
  void each_matter_is_listed_without_effect_and_sent_once_for_its_level() {
    String rating =
        "uscc,publishedOn,year,grade\n" + FIRM + ",2024-04-12,2023,B\nxx,2024-04-12,2023,B\n";
    String source = all.server.token(Role.SOURCE, "tax");
    all.server.postAs(source, "/api/v1/records/tax_rating", "text/csv", rating);

    JsonNode list = ok(200, all.server.getAs(all.office, ARREARS)).path("matters");
    assertEquals("LENDER_APPLICATION_LATE", list.at("/0/matter/rule").asText());
    assertEquals("abc", list.at("/0/matter/organisation").asText());
    assertTrue(list.toString().contains("SOURCE_CONFORMING_LOW"), list.toString());
    assertEquals("[]", ok(200, all.server.getAs(all.office, NOTICES)).path("notices").toString());
    assertEquals(403, all.server.getAs(all.abc, ARREARS).statusCode());

    String key = list.at("/0/matter/key").asText();
    String body = "{\"matters\":[\"%s\"],\"note\":\"请三日内办结\"}".formatted(key);
    JsonNode sent = ok(200, all.post(all.office, NOTICES, body)).path("notices");
    assertEquals(1, sent.size());
    assertEquals("REMINDER", sent.at("/0/level").asText());
    assertTrue(all.told(all.abc).contains("【提醒函】"), all.told(all.abc));
    assertEquals(
        "[]", ok(200, all.post(all.office, NOTICES, body)).path("notices").toString(), "once");
    JsonNode after = ok(200, all.server.getAs(all.office, ARREARS)).path("matters");
    assertEquals("REMINDER", after.at("/0/sent").asText());
    assertEquals("NOTICE", after.at("/0/next").asText());
    assertFalse(after.at("/0/due").asBoolean());
    assertTrue(ok(200, all.post(all.office, NOTICES, "{}")).path("notices").size() > 0, "the rest");
    assertTrue(all.told(source).contains("合规率"));
    acknowledged(sent.at("/0/id").asText());
  }

  private void acknowledged(String id) {
    String path = NOTICES + "/" + id + "/acknowledgement";
    assertEquals(404, acknowledge(all.icbc, path));
    assertEquals(200, acknowledge(all.abc, path));
    JsonNode own = ok(200, all.server.getAs(all.abc, NOTICES)).path("notices");
    assertEquals(1, own.size());
    assertTrue(own.at("/0/acknowledgedAt").isTextual());
  }

  private int acknowledge(String token, String path) {
    return all.server
        .send(
            all.server
                .request(path, "Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()))
        .statusCode();
  }
}
