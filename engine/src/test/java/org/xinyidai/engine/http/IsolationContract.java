package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.http.docs.OpenApi;
import org.xinyidai.engine.identity.Role;

/** No byte of an organisation's own reaches its rivals, by any reading of the description. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolationContract {
  private static final String CANARY = "canary5519";
  private static final String JSON = "application/json";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String BILLS =
      """
      uscc,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费金额
      %1$s,2024-03,%2$s,100,61.50,2024-04-20,,0
      %1$s,2024-03,%2$s,100,%2$s,2024-04-20,,0
      """
          .formatted(RunningServer.USCC, CANARY);
  private static final String PRODUCT =
      """
      {"id":"%1$s-loan","version":1,"nameZh":"%1$s","nameEn":"%1$s",
       "lender":{"organisation":"bank-1","nameZh":"bank-1","nameEn":"%1$s","type":"bank"},"amountFen":{"max":300000000},
       "termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"%1$s"},"criteria":[]}
      """
          .formatted(CANARY);

  /** What one rival asks: a role that reaches its own alone. */
  record Rival(Role role, String organisation) {}

  private static final List<Rival> RIVALS =
      List.of(
          new Rival(Role.ENTERPRISE, RunningServer.OTHER_USCC),
          new Rival(Role.BANK, "bank-2"),
          new Rival(Role.SOURCE, "source-2"));

  @TempDir Path folder;
  private final Map<String, List<String>> known = new TreeMap<>();
  private JsonNode paths;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    paths = new ObjectMapper().readTree(new String(OpenApi.document(), UTF_8)).path("paths");
    server = RunningServer.in(folder);
    new KnownTown(server, known).build();
    String enterprise = server.token(Role.ENTERPRISE);
    // The owner of the product is a lender that the enterprise can name.
    server.token(Role.BANK);
    learn("/records/{feed}", post(Role.SOURCE, "/records/electricity", "text/csv", BILLS));
    learn("/products", post(Role.ADMIN, "/products", JSON, PRODUCT));
    learn("/demands", post(Role.ENTERPRISE, "/demands", JSON, demand()));
    learn("/objections", post(Role.ENTERPRISE, "/objections", JSON, objection()));
    learn("/consents", post(Role.ENTERPRISE, "/consents", JSON, consent()));
    String score = "/api/v1/enterprises/" + RunningServer.USCC + "/score";
    learn("/enterprises/{uscc}/score", server.getAs(enterprise, score));
    learn("/notifications", server.getAs(enterprise, "/api/v1/notifications"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_belongs_to_one_is_nowhere_to_be_found_by_another() {
    int asked = 0;
    for (Rival rival : RIVALS) {
      String token = server.token(rival.role(), rival.organisation());
      for (Map.Entry<String, JsonNode> path : paths.properties()) {
        JsonNode get = path.getValue().path("get");
        String reach = get.path("x-permissions").path(rival.role().id()).asText();
        boolean limited = reach.equals("own") || reach.equals("consented");
        if (limited && !Description.isStream(get)) {
          asked += ask(token, path.getKey(), get);
        }
      }
    }
    assertTrue(asked > 60, "only " + asked + " were asked");
  }

  @Test
  void its_owner_finds_the_very_same() {
    String enterprise = server.token(Role.ENTERPRISE);
    String facts = "/api/v1/enterprises/" + RunningServer.USCC + "/facts";
    assertTrue(server.getAs(enterprise, facts).body().contains(CANARY));
    assertTrue(server.getAs(enterprise, "/api/v1/objections").body().contains(CANARY));
    String bank = server.token(Role.BANK);
    assertTrue(server.getAs(bank, "/api/v1/products?limit=1000").body().contains(CANARY));
  }

  /** Asks in every form for all that is known to exist; what is another's is as if it were not. */
  private int ask(String token, String path, JsonNode get) {
    Matcher parameter = PARAMETER.matcher(path);
    boolean one = parameter.find();
    String owner = one ? path.substring(0, parameter.end()) : path;
    List<String> ids =
        one
            ? known.getOrDefault(owner, known.getOrDefault(parameter.group(1), List.of()))
            : List.of("");
    int asked = 0;
    for (String id : ids) {
      String target = "/api/v1" + path.replace("{product}", CANARY + "-loan");
      String named = one ? target.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(id)) : target;
      String whole = named.replaceAll("\\{\\w+}", "1");
      for (String type : types(get)) {
        HttpResponse<String> answer = server.getAs(token, whole, "Accept", type);
        assertFalse(answer.body().contains(CANARY), whole + " " + answer.body());
        asked++;
        if (one) {
          assertAsIfItWereNot(answer, token, whole, id);
        }
      }
    }
    return asked;
  }

  private void assertAsIfItWereNot(
      HttpResponse<String> answer, String token, String whole, String id) {
    String nobody = id.equals(RunningServer.USCC) ? "91110000600037341L" : altered(id);
    HttpResponse<String> none = server.getAs(token, whole.replace(id, nobody));
    assertEquals(404, answer.statusCode(), whole + " " + answer.body());
    assertEquals(404, none.statusCode(), none.body());
    assertEquals(withoutId(none.body()), withoutId(answer.body()));
  }

  private static String altered(String id) {
    char last = id.charAt(id.length() - 1);
    return id.substring(0, id.length() - 1) + (last == '0' ? '1' : '0');
  }

  private static String withoutId(String body) {
    return body.replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private static List<String> types(JsonNode get) {
    List<String> types = new ArrayList<>();
    get.path("responses").path("200").path("content").fieldNames().forEachRemaining(types::add);
    return types;
  }

  private HttpResponse<String> post(Role role, String path, String type, String body) {
    HttpResponse<String> answer = server.postAs(server.token(role), "/api/v1" + path, type, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return answer;
  }

  private void learn(String path, HttpResponse<String> answer) {
    KnownTown.learn(known, path, answer);
  }

  private static String demand() {
    return "{\"uscc\":\"%s\",\"amountFen\":5000000,\"termMonths\":12,\"purpose\":\"payroll\"}"
        .formatted(RunningServer.USCC);
  }

  private String objection() {
    return "{\"uscc\":\"%s\",\"factId\":\"%s\",\"statement\":\"%s\"}"
        .formatted(RunningServer.USCC, known.get("factId").get(0), CANARY);
  }

  private static String consent() {
    return "{\"grantee\":\"bank-1\",\"purpose\":\"loan_review\",\"categories\":[\"records\"],"
        + "\"months\":6,\"textVersion\":1}";
  }
}
