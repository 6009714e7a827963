package org.xinyidai.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;

/** A small town behind a server, so that requests out of the description find what they ask for. */
final class KnownTown {
  private static final int REMEMBERED = 12;
  private static final String CSV = "text/csv";
  private static final String RATINGS =
      """
      uscc,publishedOn,year,grade
      %1$s,2023-04-12,2022,A
      %1$s,2024-04-12,2023,B
      9135O100M000100Y43,2024-04-12,2021,B
      ,2024-04-12,2020,C
      """
          .formatted(RunningServer.USCC);
  private static final String BILLS =
      """
      uscc,账期,户号,用电量,应缴金额,缴费期限,缴费日期,欠费金额
      91350100M000100Y43,2024-03,1,100,61.50,2024-04-20,,0
      9135O100M000100Y43,2024-03,2,100,61.50,2024-04-20,,0
      91350100M000100Y43,2024-03,3,100,1.2万元,2024-04-20,,0
      """;

  private final RunningServer server;
  private final Map<String, List<String>> known;

  KnownTown(RunningServer server, Map<String, List<String>> known) {
    this.server = server;
    this.known = known;
  }

  /** Records, a model, an account to lose, and the names by which all of it is asked for. */
  void build() {
    Platform platform = server.backend.platform();
    platform.models().keep(SmallModel.named("card-1", -2));
    platform.models().promote("card-1");
    platform.models().keep(SmallModel.named("card-2", -1));
    String source = server.token(Role.SOURCE);
    learn("/records/{feed}", post(source, "/records/tax_rating", RATINGS));
    learn("/records/{feed}", post(source, "/records/electricity", BILLS));
    String office = server.token(Role.OFFICE);
    learn("/cleanings", get(office, "/cleanings"));
    learn("/resolutions", get(office, "/resolutions?status=unresolved"));
    learn(
        "/enterprises/{uscc}/facts", get(office, "/enterprises/" + RunningServer.USCC + "/facts"));
    put("uscc", RunningServer.USCC);
    put("feed", "tax_rating", "electricity", "vat_output");
    put("name", "market_subjects");
    put("/features/{name}", features());
    put("feature", features());
    put("/models/{id}", "card-1", "card-2");
    put("model", "card-1", "card-2");
    put("/tasks/{id}", "warnings", "snapshot");
    put("/accounts/{id}", server.backend.accounts().open(Role.BANK, "gone", "gone").id());
    put("textVersion", "1");
    put("month", "2024-05");
    put("district", "350100");
    put("grantee", Role.BANK.id() + "-1");
    put("lender", Role.BANK.id() + "-1");
    put("role", "enterprise", "bank", "office");
    put("organisation", RunningServer.USCC);
    put("step", "ASK_SOURCE", "WITHDRAW", "UPHOLD", "REMOVE", "ADMIT");
    put("source", "source-1");
  }

  private String[] features() {
    return server.backend.platform().vectors().schema().features().stream()
        .limit(3)
        .map(feature -> feature.name())
        .toArray(String[]::new);
  }

  private void put(String name, String... texts) {
    known.put(name, new ArrayList<>(List.of(texts)));
  }

  private void learn(String path, HttpResponse<String> answer) {
    learn(known, path, answer);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    return server.postAs(token, "/api/v1" + path, CSV, body);
  }

  private HttpResponse<String> get(String token, String path) {
    return server.getAs(token, "/api/v1" + path);
  }

  /** Notes the ids that an answer tells, for later requests to ask for. */
  static void learn(Map<String, List<String>> known, String path, HttpResponse<String> answer) {
    answer
        .headers()
        .firstValue("Location")
        .map(place -> place.replace("/api/v1", ""))
        .ifPresent(
            place -> {
              int slash = place.lastIndexOf('/');
              note(
                  known,
                  place.substring(0, Math.max(0, slash)) + "/{id}",
                  place.substring(slash + 1));
            });
    if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")
        || answer.body().isEmpty()) {
      return;
    }
    JsonNode json = RunningServer.json(answer);
    // Whoever sends the requests must not be removed by one of them.
    if (!path.equals("/accounts")) {
      json.findValuesAsText("id").forEach(id -> note(known, path + "/{id}", id));
    }
    json.findValuesAsText("batchId").forEach(id -> note(known, "/batches/{id}", id));
    json.findValuesAsText("scoreId").forEach(id -> note(known, "/scores/{id}", id));
    if (path.endsWith("/facts")) {
      json.findValuesAsText("id").forEach(id -> note(known, "factId", id));
    }
    if (path.equals("/products")) {
      json.findValuesAsText("id").forEach(id -> note(known, "product", id));
    }
  }

  private static void note(Map<String, List<String>> known, String name, String text) {
    List<String> texts = known.computeIfAbsent(name, unknown -> new ArrayList<>());
    if (!text.isEmpty() && !text.equals("null") && texts.size() < REMEMBERED) {
      texts.add(text);
    }
  }
}
