package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.lending.Order;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Actor;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.financing.application.Origin;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.PlainStep;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.Target;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/** The office looks at the funnel on the command line, and lenders are reminded from there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplicationsCommandTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");
  private static final ApplicationId ID = ApplicationId.of(FIRM, "0".repeat(16));

  /** Long ago, so that the lender's time has passed whenever this test runs. */
  private static final Instant FILED = Instant.parse("2024-07-01T02:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void file() {
    try (Platform platform = Platform.open(folder, InstantSource.fixed(FILED))) {
      Loans loans = Loans.of(platform, new Accounts(platform.store(), new SecureRandom()));
      LoanRequest request = new LoanRequest(10_000_000L, 12, Purpose.PAYROLL, 500);
      Demand demand = new Demand(new DemandId("d-1"), FIRM, request, loans.today(), Map.of());
      Target target = new Target("甲银行", new ProductId("loan"), 1, new Text("贷", "loan"));
      Findings findings = new Findings(null, true, List.of(), List.of());
      Order.Item item = new Order.Item(ID, target, findings, "c-" + "0".repeat(24));
      Order order = new Order(demand, "350100", Origin.NEW, List.of(item), null);
      PlainStep accept = new PlainStep(StepKind.ACCEPT, "材料齐全");
      Actor bank = new Actor(Party.LENDER, "甲银行");
      platform
          .store()
          .execute(
              changes -> {
                loans.desk().file(changes, order);
                return loans.desk().take(changes, ID, accept, bank).orElseThrow();
              });
    }
  }

  @Test
  void the_funnel_counts_and_names_those_past_their_time() {
    Terminal terminal = Terminal.type("applications", "--state", folder.toString());

    assertEquals(0, terminal.exitCode(), terminal.err());
    assertTrue(terminal.out().contains("applications: 1, 超时 past their time: 1"), terminal.out());
    assertTrue(terminal.out().contains("已受理 accepted: 1"), terminal.out());
    assertTrue(terminal.out().contains(ID + "  甲银行"), terminal.out());
  }

  @Test
  void one_application_is_shown_with_its_steps() {
    Terminal terminal = Terminal.type("applications", ID.toString(), "--state", folder.toString());

    assertTrue(terminal.out().contains("材料齐全"), terminal.out());
    Terminal none = Terminal.type("applications", "x", "--state", folder.toString());
    assertEquals(1, none.exitCode());
    assertTrue(none.err().contains("no such application"), none.err());
  }

  @Test
  void tending_reminds_once() {
    Terminal first = Terminal.type("tend", "--state", folder.toString());
    Terminal second = Terminal.type("tend", "--state", folder.toString());

    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().contains("reminded 主管部门: 1"), first.out());
    assertTrue(second.out().contains("reminded 主管部门: 0"), second.out());
    assertTrue(second.out().contains("in progress: 1"), second.out());
  }
}
