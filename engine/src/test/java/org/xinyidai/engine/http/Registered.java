package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.xinyidai.engine.identity.Role;

/** Enterprises that the market register knows. */
final class Registered {
  private Registered() {}

  /** Has the register tell of an enterprise, where it is and who stands for it. */
  static void deliver(RunningServer server, String uscc, String division, String representative) {
    String csv =
        "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType,"
            + "legalRepresentative\n"
            + "%s,2020-03-05,FOUNDED,示例公司,2020-03-05,ACTIVE,C2110,%s,FIRM,%s\n"
                .formatted(uscc, division, representative);
    HttpResponse<String> receipt =
        server.postAs(
            server.token(Role.SOURCE, "register"),
            "/api/v1/records/market_registration",
            "text/csv",
            csv,
            "Idempotency-Key",
            "register-" + uscc);
    assertEquals(1, RunningServer.json(receipt).path("accepted").asInt(), receipt.body());
  }
}
