package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.xinyidai.engine.identity.Role;

/** What pages are tried on: a firm with records and a score, two lenders, a product of each. */
final class BrowserTown {
  static final String BANK_A = "bank-a";
  static final String BANK_B = "bank-b";
  private static final String PRODUCT =
      """
      {"id":"%s","version":1,"nameZh":"%s","nameEn":"%s",
       "lender":{"organisation":"%s","nameZh":"%s","nameEn":"%s","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":%d},
       "source":{"document":"示例"},"criteria":[]}""";

  private final RunningServer server;

  private BrowserTown(RunningServer server) {
    this.server = server;
  }

  static void build(RunningServer server) {
    BrowserTown town = new BrowserTown(server);
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    Registered.deliver(server, RunningServer.USCC, "350100", "李四光");
    town.records("tax_rating", "uscc,publishedOn,year,grade\n%s,2024-04-12,2023,B\n");
    town.product("cheap-loan", "甲贷", "Loan A", BANK_A, "甲银行", "Bank A", 400);
    town.product("dear-loan", "乙贷", "Loan B", BANK_B, "乙银行", "Bank B", 500);
    server.token(Role.BANK, BANK_A);
    server.token(Role.BANK, BANK_B);
  }

  private void records(String feed, String csv) {
    HttpResponse<String> receipt =
        server.postAs(
            server.token(Role.SOURCE, feed),
            "/api/v1/records/" + feed,
            "text/csv",
            csv.formatted(RunningServer.USCC));
    assertEquals(1, RunningServer.json(receipt).path("accepted").asInt(), receipt.body());
  }

  private void product(Object... terms) {
    HttpResponse<String> published =
        server.postAs(
            server.token(Role.ADMIN),
            "/api/v1/products",
            "application/json",
            PRODUCT.formatted(terms));
    assertEquals(201, published.statusCode(), published.body());
  }
}
