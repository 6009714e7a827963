package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/**
 * An enterprise prints its report and hands it on; whoever gets it checks it without an account.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditReportJourneyTest {
  private static final String JSON = "application/json";
  private static final String FILE = "/api/v1/enterprises/" + RunningServer.USCC;
  private static final String REPORTS = FILE + "/credit-reports";
  private static final String PENALTY =
      """
      uscc,处罚决定日期,决定书文号,kind,失信程度,处罚依据,罚款金额
      91350100M000100Y43,2024-03-05,榕市监罚〔2024〕7号,罚款,一般,产品质量法第四十九条,5000
      """;

  @TempDir Path folder;
  private RunningServer server;
  private String enterprise;
  private String bank;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder.resolve("state"));
    enterprise = server.token(Role.ENTERPRISE);
    bank = server.token(Role.BANK, "上街农商行");
    String source = server.token(Role.SOURCE, "market");
    HttpResponse<String> taken =
        server.postAs(
            source, "/api/v1/records/penalty", "text/csv", PENALTY, "Idempotency-Key", "k1");
    assertEquals(1, RunningServer.json(taken).path("accepted").asInt(), taken.body());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_report_says_in_chinese_what_is_known_and_what_is_not() throws IOException {
    JsonNode stub = print(enterprise, "申请贷款", "p1");
    String text = textOf(stub);
    assertTrue(text.contains("企业信用报告") && text.contains("模拟数据"), text);
    assertTrue(text.contains(RunningServer.USCC) && text.contains("申请贷款"), text);
    assertTrue(text.contains("榕市监罚〔2024〕7号") && text.contains("处罚类别罚款"), text);
    assertTrue(text.contains("登记机关未报送"), "the register said nothing: " + text);
    assertTrue(text.contains(stub.path("code").asText()), text);
  }

  @Test
  void anyone_who_holds_the_paper_can_check_it_by_its_code_and_by_its_file() {
    JsonNode stub = print(enterprise, "投标", "p1");
    String typed = stub.path("code").asText().toLowerCase(Locale.ROOT).replace("-", "");

    JsonNode found = RunningServer.json(server.get("/api/v1/credit-reports/" + typed));
    assertEquals(stub.path("sm3"), found.path("sm3"));
    assertFalse(found.has("purpose"), "for what it was printed is not a stranger's business");

    byte[] file = fileOf(stub);
    assertTrue(check(file, "c1").path("genuine").asBoolean());
    file[file.length / 2] ^= 1;
    JsonNode altered = check(file, "c2");
    assertFalse(altered.path("genuine").asBoolean() || altered.path("signed").asBoolean());
    assertEquals(404, server.get("/api/v1/credit-reports/0000-0000-0000-0000").statusCode());
    assertEquals(404, server.get("/api/v1/credit-reports/nonsense").statusCode());
  }

  @Test
  void a_lender_prints_what_it_was_given_and_the_enterprise_sees_that_it_did() throws IOException {
    assertEquals(404, tryToPrint(bank, "贷前审查", "b0").statusCode());
    String consent = give("\"identity\"");
    JsonNode stub = print(bank, "贷前审查", "b1");
    String text = textOf(bank, stub);
    assertTrue(text.contains("未获授权查阅此部分"), text);
    assertFalse(text.contains("榕市监罚〔2024〕7号"), "records were not given");
    String accesses = server.getAs(enterprise, FILE + "/accesses").body();
    assertTrue(accesses.contains("上街农商行") && accesses.contains("贷前审查"), accesses);

    String path = REPORTS + "/" + stub.path("code").asText();
    assertEquals(404, server.getAs(server.token(Role.BANK, "另一银行"), path).statusCode());
    server.postAs(enterprise, "/api/v1/consents/" + consent + "/revocation", JSON, "");
    assertEquals(404, server.getAs(bank, path).statusCode(), "withdrawn");
    assertEquals(200, server.getAs(enterprise, path).statusCode());
  }

  @Test
  void what_no_longer_counts_is_not_held_against_anyone_and_what_is_missing_is_named()
      throws IOException {
    String lists =
        """
        uscc,decidedOn,list,action,documentNumber,legalBasis,authority
        91350100M000100Y43,2023-01-10,黑名单,列入,榕黑2023-1,某条例第十条,某局
        91350100M000100Y43,2023-08-10,黑名单,修复移出,榕黑2023-1,某条例第十二条,某局
        91350100M000100Y43,2023-02-10,黑名单,列入,榕黑2023-2,某条例第十条,某局
        """;
    String old =
        """
        uscc,处罚决定日期,决定书文号,kind,失信程度,处罚依据,罚款金额
        91350100M000100Y43,2022-03-05,榕市监罚〔2022〕3号,罚款,一般,产品质量法第四十九条,5000
        """;
    String market = server.token(Role.SOURCE, "market-lists");
    for (String[] delivered : new String[][] {{"credit_list", lists}, {"penalty", old}}) {
      HttpResponse<String> taken =
          server.postAs(
              market,
              "/api/v1/records/" + delivered[0],
              "text/csv",
              delivered[1],
              "Idempotency-Key",
              "more-" + delivered[0]);
      assertEquals(0, RunningServer.json(taken).path("rejected").asInt(), taken.body());
    }
    String text = textOf(print(enterprise, "投标", "p9"));
    assertTrue(text.contains("榕黑2023-2"), text);
    assertFalse(text.contains("榕黑2023-1"), "off the list again: " + text);
    assertFalse(text.contains("榕市监罚〔2022〕3号"), "its year is over: " + text);
    assertTrue(text.contains("尚未归集到该企业以下数据的记录"), text);
  }

  @Test
  void a_print_is_the_lenders_only_while_every_part_of_it_is_consented_to() {
    give("\"identity\"");
    String score = give("\"score\",\"records\"", "give-more");
    String path = REPORTS + "/" + print(bank, "贷前审查", "b2").path("code").asText();
    assertEquals(200, server.getAs(bank, path).statusCode());
    server.postAs(enterprise, "/api/v1/consents/" + score + "/revocation", JSON, "");
    assertEquals(404, server.getAs(bank, path).statusCode(), "it shows the score");
    String accesses = server.getAs(enterprise, FILE + "/accesses").body();
    assertTrue(accesses.contains("getCreditReport"), "that it was fetched is told: " + accesses);
  }

  @Test
  void a_repeat_prints_nothing_new_and_a_report_wants_a_purpose_and_a_known_enterprise() {
    JsonNode first = print(enterprise, "投标", "same");
    assertEquals(first, print(enterprise, "投标", "same"));
    assertEquals(422, tryToPrint(enterprise, " ", "p2").statusCode());
    String office = server.token(Role.OFFICE);
    String unknown = "/api/v1/enterprises/" + RunningServer.OTHER_USCC + "/credit-reports";
    assertEquals(
        404,
        server
            .postAs(office, unknown, JSON, "{\"purpose\":\"核查\"}", "Idempotency-Key", "p3")
            .statusCode());
  }

  private JsonNode print(String token, String purpose, String key) {
    HttpResponse<String> answer = tryToPrint(token, purpose, key);
    assertEquals(201, answer.statusCode(), answer.body());
    return RunningServer.json(answer);
  }

  private HttpResponse<String> tryToPrint(String token, String purpose, String key) {
    String body = "{\"purpose\":\"%s\"}".formatted(purpose);
    return server.postAs(token, REPORTS, JSON, body, "Idempotency-Key", key);
  }

  private byte[] fileOf(JsonNode stub) {
    return server.getBytesAs(enterprise, REPORTS + "/" + stub.path("code").asText()).body();
  }

  private String textOf(JsonNode stub) throws IOException {
    return textOf(enterprise, stub);
  }

  private String textOf(String token, JsonNode stub) throws IOException {
    byte[] file = server.getBytesAs(token, REPORTS + "/" + stub.path("code").asText()).body();
    StringBuilder text = new StringBuilder();
    try (PdfReader reader = new PdfReader(file)) {
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(new PdfTextExtractor(reader).getTextFromPage(page));
      }
    }
    return text.toString().replaceAll("\\s", "");
  }

  private JsonNode check(byte[] file, String key) {
    return RunningServer.json(
        server.send(
            server
                .request("/api/v1/credit-reports/checks")
                .header("Content-Type", "application/pdf")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(file))));
  }

  private String give(String categories) {
    return give(categories, "give");
  }

  private String give(String categories, String key) {
    String body =
        """
        {"grantee":"上街农商行","purpose":"loan_review","categories":[%s],"months":6,"textVersion":1}
        """
            .formatted(categories);
    HttpResponse<String> given =
        server.postAs(enterprise, "/api/v1/consents", JSON, body, "Idempotency-Key", key);
    assertEquals(201, given.statusCode(), given.body());
    return RunningServer.json(given).path("id").asText();
  }
}
