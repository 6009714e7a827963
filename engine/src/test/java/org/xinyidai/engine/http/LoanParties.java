package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.engine.http.RunningServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinyidai.engine.identity.Role;

/** Three enterprises, two banks, a guarantee company and the office, and what they send. */
final class LoanParties {
  static final String ABC = "abc";
  static final String ICBC = "icbc";
  static final String ABC_LOAN = "abc-tax-loan";
  static final String ICBC_LOAN = "icbc-tax-loan";
  static final String GUARANTOR = "某融资担保公司";
  static final String THIRD_USCC = "91110000802100433B";
  static final String APPLICATIONS = "/api/v1/applications";
  static final String CONSENT =
      "\"consent\":{\"categories\":[\"identity\",\"score\"],\"months\":6,\"textVersion\":1}";

  final RunningServer server;
  final String first;
  final String second;
  final String third;
  final String abc;
  final String icbc;
  final String guarantor;
  final String office;
  private final AtomicInteger keys = new AtomicInteger();

  LoanParties(RunningServer server) {
    this.server = server;
    first = server.token(Role.ENTERPRISE, RunningServer.USCC);
    second = server.token(Role.ENTERPRISE, RunningServer.OTHER_USCC);
    third = server.token(Role.ENTERPRISE, THIRD_USCC);
    abc = server.token(Role.BANK, ABC);
    icbc = server.token(Role.BANK, ICBC);
    guarantor = server.token(Role.BANK, GUARANTOR);
    office = server.token(Role.OFFICE, "市融资办");
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  /** A demand's number. */
  String demand(String enterprise, String uscc, long amountFen) {
    String body =
        """
        {"uscc":"%s","amountFen":%d,"termMonths":12,"purpose":"workingCapital"}"""
            .formatted(uscc, amountFen);
    return ok(201, post(enterprise, "/api/v1/demands", body)).path("id").asText();
  }

  /** The applications to products for a demand, with a consent for each lender. */
  JsonNode apply(String enterprise, String demand, String products) {
    String body = "{\"products\":[%s],%s}".formatted(products, CONSENT);
    return ok(201, file(enterprise, demand, body)).path("applications");
  }

  HttpResponse<String> file(String enterprise, String demand, String body) {
    return post(enterprise, "/api/v1/demands/" + demand + "/applications", body);
  }

  /** Takes a step that must be taken. */
  JsonNode step(String token, String id, String body) {
    return ok(200, tryStep(token, id, body));
  }

  HttpResponse<String> tryStep(String token, String id, String body) {
    String json = body.startsWith("{") ? body : "{\"step\":\"%s\"}".formatted(body);
    return post(token, APPLICATIONS + "/" + id + "/steps", json);
  }

  /** The bank handles an application up to a grant. */
  JsonNode grant(String bank, String id, long amountFen, String security) {
    step(bank, id, "accept");
    step(bank, id, "investigate");
    return step(bank, id, granting(amountFen, security));
  }

  static String granting(long amountFen, String security) {
    return """
        {"step":"grant","grant":{"number":"G-1","amountFen":%d,"rateBp":385,"termMonths":12,
         "security":"%s","firstLoan":true,"validUntil":"%s"}}"""
        .formatted(amountFen, security, today().plusDays(30));
  }

  static String signing() {
    return "{\"step\":\"sign\",\"contract\":{\"number\":\"C-1\",\"signedOn\":\"%s\"}}"
        .formatted(today());
  }

  static String drawing(String number, long amountFen) {
    return """
        {"step":"draw_down","drawDown":{"number":"%s","amountFen":%d,"drawnOn":"%s","dueOn":"%s"}}"""
        .formatted(number, amountFen, today(), today().plusYears(1));
  }

  static String repaying(String number, long amountFen) {
    return """
        {"step":"repay","repayment":{"number":"%s","amountFen":%d,"paidOn":"%s"}}"""
        .formatted(number, amountFen, today());
  }

  JsonNode application(String token, String id) {
    return ok(200, server.getAs(token, APPLICATIONS + "/" + id));
  }

  JsonNode list(String token, String query) {
    return ok(200, server.getAs(token, APPLICATIONS + query)).path("applications");
  }

  /** Texts of the notices of an organisation, the newest first. */
  String told(String token) {
    StringBuilder texts = new StringBuilder();
    for (JsonNode notice : json(server.getAs(token, "/api/v1/notifications")).path("notices")) {
      texts.append(notice.at("/text/zh").asText()).append('\n');
    }
    return texts.toString();
  }

  HttpResponse<String> post(String token, String path, String body) {
    String key = "loan-" + keys.incrementAndGet();
    return server.postAs(token, path, "application/json", body, "Idempotency-Key", key);
  }

  static JsonNode ok(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    return json(response);
  }
}
