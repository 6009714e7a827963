package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.engine.identity.Role;

/** A small office delivers a workbook, and learns why something else is not taken. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordFormsJourneyTest {
  private static final String PATH = "/api/v1/records/tax_rating";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir Path folder;
  private RunningServer server;
  private String source;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    source = server.token(Role.SOURCE, "small-office");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_workbook_is_taken_but_for_the_row_with_a_formula() throws IOException {
    HttpResponse<String> response = post(XLSX, ratings());

    assertEquals(201, response.statusCode(), response.body());
    JsonNode brief = RunningServer.json(response);
    assertEquals(2, brief.path("received").asInt());
    assertEquals(1, brief.path("accepted").asInt());
    String place = response.headers().firstValue("Location").orElseThrow();
    JsonNode receipt = RunningServer.json(server.getAs(source, place));
    assertEquals(1, receipt.path("rejectedByReason").path("FORMULA").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        XLSX,
        "application/vnd.apache.parquet",
        "application/vnd.apache.arrow.file",
        "application/vnd.apache.arrow.stream"
      })
  void a_body_that_is_not_what_its_type_says_is_refused_with_the_reason(String type) {
    HttpResponse<String> response = post(type, "uscc,publishedOn,year,grade\n".getBytes(UTF_8));
    assertEquals(422, response.statusCode(), response.body());
    assertTrue(response.body().contains("this is no "), response.body());
  }

  private HttpResponse<String> post(String type, byte[] body) {
    return server.send(
        server
            .request(PATH)
            .header("Authorization", "Bearer " + source)
            .header("Content-Type", type)
            .header("Idempotency-Key", "k1")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static byte[] ratings() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("评级");
      String[] header = {"统一社会信用代码", "公布日期", "评价年度", "纳税信用级别"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      for (int row = 1; row <= 2; row++) {
        sheet.value(row, 0, RunningServer.USCC);
        sheet.value(row, 1, "2024-04-12");
        sheet.value(row, 3, "A");
      }
      sheet.value(1, 2, 2023);
      sheet.formula(2, 2, "2022+1");
    }
    return out.toByteArray();
  }
}
