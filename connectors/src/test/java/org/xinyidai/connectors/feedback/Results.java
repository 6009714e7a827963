package org.xinyidai.connectors.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.FinancingResult.DrawDown;
import org.xinyidai.connectors.feedback.FinancingResult.Enterprise;
import org.xinyidai.connectors.feedback.FinancingResult.Grant;
import org.xinyidai.connectors.feedback.FinancingResult.Institution;
import org.xinyidai.connectors.feedback.FinancingResult.Product;
import org.xinyidai.connectors.feedback.FinancingResult.Standing;
import org.xinyidai.connectors.feedback.ResultKind.Part;
import org.xinyidai.models.product.SecurityMode;

/** Sound results of every kind, for tests to send or to spoil. */
public final class Results {
  public static final String FIRM = "91110000600037341L";
  public static final Grant GRANT =
      new Grant(
          "SX-2026-001",
          300_000_000L,
          LocalDate.of(2026, 10, 8),
          LocalDate.of(2027, 10, 7),
          SecurityMode.CREDIT,
          true,
          true,
          385);

  private Results() {}

  /** A result of a kind with the parts that it must carry and no more. */
  public static FinancingResult of(ResultKind kind, String id) {
    return new FinancingResult(
        id,
        kind,
        ResultOrigin.WORKFLOW,
        Instant.parse("2026-10-31T02:15:30Z"),
        Instant.parse("2026-10-31T02:16:00.250Z"),
        null,
        new Enterprise(FIRM, "北京某科技有限公司"),
        new Institution(FIRM, "某银行"),
        new Product("tax-loan", 2, "税易贷"),
        "app-1",
        kind.parts().contains(Part.GRANT) ? GRANT : null,
        kind.parts().contains(Part.DRAW_DOWN)
            ? new DrawDown(
                "FK-1", 100_000_000L, LocalDate.of(2026, 10, 30), LocalDate.of(2027, 10, 7))
            : null,
        kind.parts().contains(Part.STANDING) ? standing(kind) : null,
        reason(kind));
  }

  private static Standing standing(ResultKind kind) {
    if (kind.ends()) {
      return new Standing(0, FiveClass.NORMAL, 0, 0, LocalDate.of(2026, 10, 31));
    }
    return kind == ResultKind.OVERDUE
        ? new Standing(100_000_000L, FiveClass.SPECIAL_MENTION, 31, 5_000_000L, null)
        : new Standing(100_000_000L, FiveClass.NORMAL, 0, 0, null);
  }

  private static @Nullable String reason(ResultKind kind) {
    return switch (kind) {
      case REFUSED -> "R04";
      case WITHDRAWN -> "W02";
      default -> null;
    };
  }
}
