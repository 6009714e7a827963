package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** An enterprise asks a lender about its product, is answered, and hears of it at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class InquiryJourneyTest {
  private static final String JSON = "application/json";
  private static final ObjectMapper JSON_READER = new ObjectMapper();
  private static final String INQUIRIES = "/api/v1/inquiries";

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String bank;
  private String product;
  private int keys;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder.resolve("state"));
    enterprise = server.token(Role.ENTERPRISE);
    JsonNode first =
        RunningServer.json(server.getAs(enterprise, "/api/v1/products")).path("products").get(0);
    product = first.path("id").asText();
    bank = server.token(Role.BANK, first.path("lender").path("organisation").asText());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_question_reaches_the_lender_of_the_product_and_the_answer_comes_back() {
    String thread = ask("利率可以下浮吗？");

    JsonNode seen = RunningServer.json(server.getAs(bank, INQUIRIES)).path("inquiries").get(0);
    assertEquals(thread, seen.path("id").asText());
    assertEquals(1, seen.path("unread").asInt());
    assertTrue(seen.path("awaitsAnswer").asBoolean());

    assertEquals(201, post(bank, thread + "/messages", "{\"text\":\"按LPR执行\"}").statusCode());
    JsonNode whole = RunningServer.json(server.getAs(enterprise, INQUIRIES + "/" + thread));
    assertEquals("按LPR执行", whole.path("messages").get(1).path("text").asText());
    assertEquals(1, whole.path("unread").asInt());
    post(enterprise, thread + "/read", "");
    whole = RunningServer.json(server.getAs(enterprise, INQUIRIES + "/" + thread));
    assertEquals(0, whole.path("unread").asInt());
  }

  @Test
  void nobody_else_finds_the_thread_not_even_the_office_which_sees_how_fast_lenders_answer() {
    String thread = ask("需要抵押吗？");
    post(bank, thread + "/messages", "{\"text\":\"不需要\"}");
    String rival = server.token(Role.BANK, "另一银行");
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    for (String stranger : new String[] {rival, other}) {
      assertEquals(404, server.getAs(stranger, INQUIRIES + "/" + thread).statusCode());
      assertEquals(404, post(stranger, thread + "/messages", "{\"text\":\"?\"}").statusCode());
      assertFalse(server.getAs(stranger, INQUIRIES).body().contains(thread));
    }
    String office = server.token(Role.OFFICE);
    assertEquals(403, server.getAs(office, INQUIRIES + "/" + thread).statusCode());
    JsonNode times =
        RunningServer.json(server.getAs(office, INQUIRIES + "/response-times")).path("lenders");
    assertEquals(1, times.get(0).path("answered").asInt());
    assertEquals(0, times.get(0).path("waiting").asInt());
    assertEquals(
        0,
        RunningServer.json(server.getAs(rival, INQUIRIES + "/response-times"))
            .path("lenders")
            .size());
  }

  @Test
  void a_file_comes_back_as_it_was_sent_and_one_that_is_not_what_it_says_is_refused() {
    String thread = ask("营业执照见附件");
    byte[] pdf = "%PDF-1.7 a scanned licence".getBytes(UTF_8);
    HttpResponse<String> sent = send(thread, "application/pdf", pdf);
    assertEquals(201, sent.statusCode(), sent.body());
    assertEquals(
        "licence.pdf",
        RunningServer.json(sent).path("messages").get(1).path("file").path("name").asText());
    assertArrayEquals(pdf, server.getBytesAs(bank, INQUIRIES + "/" + thread + "/files/2").body());
    assertEquals(404, server.getAs(bank, INQUIRIES + "/" + thread + "/files/1").statusCode());
    byte[] program = "MZ not a picture".getBytes(UTF_8);
    assertEquals(422, send(thread, "image/png", program).statusCode());
    assertEquals(415, send(thread, "text/html", program).statusCode());
    for (String name :
        List.of(
            "..%2Fa.pdf", "..", "a%2Fb.pdf", "a.pdf.exe", "x.html", "a%0A.pdf", "a%E2%80%AEfdp")) {
      HttpResponse<String> refused = send(thread, name, "application/pdf", pdf);
      assertEquals(400, refused.statusCode(), name);
      assertTrue(refused.body().contains("name"), refused.body());
    }
  }

  @Test
  void what_a_lender_asks_and_an_enterprise_replies_is_no_question_that_waits() {
    String other = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    String demand =
        RunningServer.json(
                server.postAs(
                    other,
                    "/api/v1/demands",
                    JSON,
                    "{\"uscc\":\"%s\",\"amountFen\":50000000,\"termMonths\":12,\"purpose\":\"workingCapital\"}"
                        .formatted(RunningServer.OTHER_USCC)))
            .path("id")
            .asText();
    HttpResponse<String> filed =
        server.postAs(
            other,
            "/api/v1/demands/" + demand + "/applications",
            JSON,
            "{\"products\":[\"%s\"],%s}".formatted(product, LoanParties.CONSENT));
    String application = RunningServer.json(filed).at("/applications/0/id").asText();
    HttpResponse<String> asked = post(bank, "", body("application", application, "请补充流水"));
    String thread = RunningServer.json(asked).path("id").asText();
    assertTrue(text(other).contains("就融资申请询问您"), text(other));
    assertEquals(201, post(other, thread + "/messages", "{\"text\":\"已补\"}").statusCode());
    assertTrue(text(bank).contains("企业已答复"), text(bank));
    JsonNode seen = RunningServer.json(server.getAs(bank, INQUIRIES + "/" + thread));
    assertFalse(seen.path("awaitsAnswer").asBoolean());
    post(bank, thread + "/messages", "{\"text\":\"收到\"}");
    post(other, thread + "/messages", "{\"text\":\"何时有结果？\"}");
    seen = RunningServer.json(server.getAs(bank, INQUIRIES + "/" + thread));
    assertTrue(seen.path("awaitsAnswer").asBoolean(), "that is a question");
  }

  /** The newest notice. */
  private String text(String token) {
    return RunningServer.json(server.getAs(token, "/api/v1/notifications"))
        .at("/notices/0/text/zh")
        .asText();
  }

  @Test
  void a_question_about_nothing_or_by_nobody_is_refused_with_its_field() {
    assertEquals(422, post(enterprise, "", body("loan", product, "?")).statusCode());
    assertEquals(404, post(enterprise, "", body("product", "no-such", "?")).statusCode());
    assertEquals(404, post(enterprise, "", body("demand", "d-0", "?")).statusCode());
    HttpResponse<String> silent = post(enterprise, "", body("product", product, " "));
    assertEquals(422, silent.statusCode());
    assertTrue(silent.body().contains("text"), silent.body());
    assertEquals(404, post(bank, "", body("product", product, "?")).statusCode());
    assertEquals(404, post(bank, "", body("application", "a-0", "?")).statusCode());
  }

  @Test
  void whoever_listens_hears_at_once_and_goes_on_where_the_stream_broke() throws Exception {
    HttpResponse<InputStream> stream = listen("");
    try (BufferedReader lines = reader(stream)) {
      assertEquals("retry: 1000", lines.readLine());
      String beginning = next(lines, "id: ");
      String thread = ask("第一问");
      String id = next(lines, "id: ");
      assertTrue(next(lines, "data: ").contains(thread));
      ask("第二问");
      String second = next(lines, "id: ");
      assertFalse(id.equals(second));
      assertEquals(second, first(id), "what came while nobody listened");
      assertEquals(id, first(beginning), "a stream that broke before its first event");
    }
  }

  @Test
  void whoever_was_away_for_long_misses_nothing_and_hears_it_in_order() throws Exception {
    ask("第一问");
    String last =
        RunningServer.json(server.getAs(bank, "/api/v1/notifications"))
            .at("/notices/0/id")
            .asText();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 130; i++) { // more than one answer of the stream holds
      asked.add(ask("第" + i + "问"));
    }
    List<String> heard = new ArrayList<>();
    try (BufferedReader lines = reader(listen(last))) {
      while (heard.size() < asked.size()) {
        heard.add(JSON_READER.readTree(next(lines, "data: ")).path("caseId").asText());
      }
    }
    assertEquals(asked, heard);
  }

  /** The first event that a stream tells after a place. */
  private String first(String last) throws Exception {
    try (BufferedReader again = reader(listen(last))) {
      assertEquals(last, next(again, "id: "), "where it goes on");
      return next(again, "id: ");
    }
  }

  private HttpResponse<InputStream> listen(String last) throws Exception {
    HttpRequest.Builder request =
        server
            .request("/api/v1/events")
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + bank);
    if (!last.isEmpty()) {
      request.header("Last-Event-ID", last);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
  }

  private static BufferedReader reader(HttpResponse<InputStream> stream) {
    assertEquals(200, stream.statusCode());
    return new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
  }

  /** Empty where the stream has nothing but a sign of life to tell. */
  private static String next(BufferedReader lines, String field) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(field) && !line.startsWith(": alive")) {
      line = lines.readLine();
    }
    return line == null || !line.startsWith(field) ? "" : line.substring(field.length());
  }

  private String ask(String text) {
    HttpResponse<String> asked = post(enterprise, "", body("product", product, text));
    assertEquals(201, asked.statusCode(), asked.body());
    return RunningServer.json(asked).path("id").asText();
  }

  private static String body(String kind, String id, String text) {
    return "{\"about\":{\"kind\":\"%s\",\"id\":\"%s\"},\"text\":\"%s\"}".formatted(kind, id, text);
  }

  private HttpResponse<String> post(String token, String path, String body) {
    String place = path.isEmpty() ? INQUIRIES : INQUIRIES + "/" + path;
    keys++;
    return server.postAs(token, place, JSON, body, "Idempotency-Key", "key-" + keys);
  }

  private HttpResponse<String> send(String thread, String type, byte[] bytes) {
    return send(thread, "licence.pdf", type, bytes);
  }

  private HttpResponse<String> send(String thread, String name, String type, byte[] bytes) {
    keys++;
    return server.send(
        server
            .request(INQUIRIES + "/" + thread + "/files?name=" + name)
            .header("Authorization", "Bearer " + enterprise)
            .header("Content-Type", type)
            .header("Idempotency-Key", "key-" + keys)
            .POST(BodyPublishers.ofByteArray(bytes)));
  }
}
