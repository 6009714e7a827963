package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Organisations;
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

/** A town in which something waits for the financing office: an application was let pass. */
final class WaitingTown {
  private static final Uscc FIRM = new Uscc(RunningServer.USCC);
  private static final String FACTS =
      "/api/v1/enterprises/" + RunningServer.USCC + "/facts?feed=tax_rating";
  private static final String CLAIMS = "/api/v1/loan-claims";
  private static final LocalDate GRANTED = RunningServer.AS_OF.plusDays(10);
  private static final String PRODUCT =
      """
      {"id":"open-loan","version":1,"nameZh":"开放贷","nameEn":"open loan",
       "lender":{"organisation":"abc","nameZh":"农行","nameEn":"abc","type":"bank"},
       "amountFen":{"max":300000000},"termMonths":{"min":1,"max":36},"rateBp":{"fixed":395},
       "source":{"document":"test"},"criteria":[]}
      """;

  final LoanParties all;

  private WaitingTown(LoanParties all) {
    this.all = all;
  }

  /** A server on a folder in which an application was filed forty days ago. */
  static WaitingTown in(Path folder) {
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
    return new WaitingTown(new LoanParties(RunningServer.in(folder)));
  }

  /** A rating that its enterprise disputes; returns the case. */
  String objection() {
    String rating = "uscc,publishedOn,year,grade\n" + FIRM + ",2024-04-12,2023,D\n";
    String source = all.server.token(Role.SOURCE, "tax");
    all.server.postAs(source, "/api/v1/records/tax_rating", "text/csv", rating);
    String fact = ok(200, all.server.getAs(all.first, FACTS)).at("/facts/0/id").asText();
    String body =
        "{\"uscc\":\"%s\",\"factId\":\"%s\",\"statement\":\"评价与事实不符\"}".formatted(FIRM, fact);
    return ok(201, all.post(all.first, "/api/v1/objections", body)).path("id").asText();
  }

  /** The grade that stands on file now. */
  String rating() {
    return ok(200, all.server.getAs(all.first, FACTS)).at("/facts/0/record/grade").asText();
  }

  /** A loan that a lender claims and its enterprise denies; returns the claim. */
  String disputedClaim() {
    all.server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    all.server.backend.platform().models().promote("card-1");
    ok(201, all.post(all.server.token(Role.ADMIN), "/api/v1/products", PRODUCT));
    all.demand(all.third, LoanParties.THIRD_USCC, 30_000_000L);
    String body =
        """
        {"uscc":"%s","contractNumber":"K-1","grantedOn":"%s","dueOn":"%s","amountFen":20000000,
         "rateBp":365,"termMonths":12,"security":"credit","firstLoan":true}"""
            .formatted(LoanParties.THIRD_USCC, GRANTED, GRANTED.plusYears(1));
    String id = ok(201, all.post(all.abc, CLAIMS, body)).path("id").asText();
    String steps = CLAIMS + "/" + id + "/steps";
    ok(200, all.post(all.third, steps, "{\"step\":\"object\",\"note\":\"金额不符\"}"));
    return id;
  }

  /** What the lender sends for its claim. */
  void evidence(String claim) {
    String path = CLAIMS + "/" + claim + "/files?name=contract.pdf";
    assertEquals(
        201, all.server.postAs(all.abc, path, "application/pdf", "%PDF-1.7 x").statusCode());
  }

  JsonNode find(String path) {
    return ok(200, all.server.getAs(all.office, path));
  }

  /** An account at the office of a district. */
  Account officeOf(String division) {
    String security = all.server.token(Role.SECURITY);
    String head = office(security, "{\"kind\":\"office\",\"name\":\"市融资办\"}");
    String unit =
        office(
            security,
            "{\"kind\":\"office\",\"name\":\"区融资办\",\"parent\":\"%s\",\"division\":\"%s\"}"
                .formatted(head, division));
    Organisations organisations =
        new Organisations(all.server.backend.platform().store(), new SecureRandom());
    return all.server
        .backend
        .accounts()
        .open("clerk", organisations.standing(organisations.find(unit).orElseThrow()));
  }

  private String office(String security, String body) {
    return ok(201, all.post(security, "/api/v1/organisations", body)).path("id").asText();
  }
}
