package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.subject.Uscc;

/**
 * A small town to screen: forty firms of one trade in one district, and among them one with a name,
 * a code and an amount that stand nowhere else.
 */
final class ScreenedTown {
  static final int FIRMS = 40;
  static final String CANARY_NAME = "金丝雀特种铸造";

  /** In yuan; lies in the band from 50 to 100 wan like that of its peers. */
  static final String CANARY_TAX = "778121.37";

  static final String CANARY_FEN = "77812137";
  static final Uscc CANARY = uscc(7);

  static final String BANK = "示例银行";

  static final String EVERYONE = "{}";

  static final String TAXED =
      """
      {"conditions":[{"attribute":"division_code","anyOf":["4301"]},
       {"attribute":"industry_code","anyOf":["33"]},
       {"attribute":"age_months","from":24},
       {"attribute":"tax_rating_class","anyOf":["A","C"]},
       {"attribute":"tax_paid_fen_12m","from":50000000,"to":100000000}]}""";

  static final String PRODUCT =
      """
      {"id":"cast-loan","version":1,"nameZh":"铸造贷","nameEn":"Cast loan",
       "lender":{"organisation":"示例银行","nameZh":"示例银行","nameEn":"Example Bank","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":12},"rateBp":{"fixed":395},
       "source":{"document":"示例","note":"for a test"},
       "criteria":[{"type":"range","attribute":"age_months","min":24},
        {"type":"set","attribute":"tax_rating_class","allowed":["A"]}]}""";

  private static final AtomicInteger KEYS = new AtomicInteger();

  private ScreenedTown() {}

  static Uscc uscc(int firm) {
    return Uscc.fromStem("91430102MA4K%04d".formatted(firm));
  }

  /** A server with the town's records, vectors, a model and an index of all that. */
  static RunningServer open(Path folder) {
    RunningServer server = RunningServer.in(folder);
    StringBuilder firms =
        new StringBuilder(
            "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType,"
                + "capitalYuan,employees,revenueYuan,assetsYuan\n");
    StringBuilder taxes =
        new StringBuilder("uscc,period,taxType,paidYuan,overdueYuan,dueOn,paidOn,receiptNumber\n");
    StringBuilder ratings = new StringBuilder("uscc,publishedOn,year,grade\n");
    for (int firm = 0; firm < FIRMS; firm++) {
      String code = uscc(firm).value();
      String name = firm == 7 ? CANARY_NAME : "第%02d铸造厂".formatted(firm);
      String tax = firm == 7 ? CANARY_TAX : String.valueOf(600_000 + 1_000 * firm);
      firms.append(
          String.format(
              Locale.ROOT,
              "%s,2020-01-06,设立,%s,2020-01-06,存续,3391,430102,企业,1000000,50,9000000,5000000%n",
              code,
              name));
      for (int month = 1; month <= 12; month++) {
        String period = month <= 6 ? "2024-%02d".formatted(month) : "2023-%02d".formatted(month);
        taxes.append(
            "%s,%s,增值税,%s,0,%s-15,%s-12,%d%n"
                .formatted(code, period, month == 1 ? tax : "0", period, period, month));
      }
      ratings.append(code).append(",2024-04-20,2023,").append(firm % 2 == 0 ? "A" : "C");
      ratings.append('\n');
    }
    deliver(server, "market_registration", firms.toString());
    deliver(server, "tax_payment", taxes.toString());
    deliver(server, "tax_rating", ratings.toString());
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    refresh(server);
    return server;
  }

  /** Brings vectors and index up to date. */
  static void refresh(RunningServer server) {
    Platform platform = server.backend.platform();
    platform.vectors().refreshTouched(RunningServer.AS_OF, platform.store().instant(), done -> {});
    server.backend.leads().refresh(done -> {});
  }

  static void deliver(RunningServer server, String feed, String csv) {
    HttpResponse<String> response =
        server.postAs(
            server.token(Role.SOURCE, "source-" + feed),
            "/api/v1/records/" + feed,
            "text/csv",
            csv,
            "Idempotency-Key",
            "town-" + feed + csv.length());
    assertEquals(0, RunningServer.json(response).path("rejected").asInt(), response.body());
  }

  /** The same body with a purpose, as for leads. */
  static String withPurpose(String body) {
    String comma = body.equals(EVERYONE) ? "" : ",";
    return "{\"purpose\":\"春季走访\"" + comma + body.substring(1);
  }

  /** Posts under a key of its own; no body where the text is empty. */
  static HttpResponse<String> post(RunningServer server, String token, String path, String body) {
    String key = "town-key-" + KEYS.incrementAndGet();
    if (body.isEmpty()) {
      return server.send(
          server
              .request("/api/v1" + path, "Idempotency-Key", key)
              .header("Authorization", "Bearer " + token)
              .POST(BodyPublishers.noBody()));
    }
    return server.postAs(token, "/api/v1" + path, "application/json", body, "Idempotency-Key", key);
  }
}
