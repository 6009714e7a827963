package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandDraft;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.match.Mismatch;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.ValueText;
import org.xinyidai.models.ranking.RankedOffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Matches one enterprise with all products: the offers, and of each other product every reason. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description =
        "Match an enterprise with every product: offers, and why the others are withheld.")
final class MatchCommand implements Callable<Integer> {
  private static final long FEN_PER_YUAN = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Parameters(paramLabel = "USCC", description = "unified social credit code")
  private String code = "";

  @Option(names = "--amount", required = true, paramLabel = "YUAN", description = "whole yuan")
  private long amountYuan;

  @Option(names = "--months", defaultValue = "12", description = "term (default: ${DEFAULT-VALUE})")
  private int months = 12;

  @Option(
      names = "--purpose",
      defaultValue = "workingCapital",
      description = "default: ${DEFAULT-VALUE}")
  private String purpose = "workingCapital";

  @Option(
      names = "--max-rate",
      paramLabel = "BP",
      description = "highest yearly rate in basis points; 435 is 4.35%%")
  private int maxRateBp = Rate.MAX_BP;

  @Option(
      names = "--declare",
      paramLabel = "NAME=VALUE",
      description = "what the enterprise says of itself, such as debts_fen=0")
  private Map<String, String> declared = Map.of();

  @Override
  public Integer call() {
    if (amountYuan < 1 || amountYuan > Long.MAX_VALUE / FEN_PER_YUAN) {
      throw new Failure("--amount must be whole yuan above 0");
    }
    DemandDraft draft =
        new DemandDraft(
            Codes.uscc(code).value(),
            amountYuan * FEN_PER_YUAN,
            months,
            purpose,
            maxRateBp,
            declared);
    try (Platform platform = state.open()) {
      List<Problem> problems = draft.problems(platform.attributes());
      if (!problems.isEmpty()) {
        Problem first = problems.get(0);
        throw new Failure(first.path() + "：" + first.words().zh() + " (" + first.message() + ")");
      }
      LocalDate asOf = state.asOf(platform);
      Demand demand = draft.post(new DemandId("asked"), asOf, platform.attributes());
      platform.market().experience().refresh(asOf);
      Matched matched =
          platform
              .matching()
              .matched(demand, new Moment(asOf, state.knownAt(platform)), Integer.MAX_VALUE);
      print(spec.commandLine().getOut(), matched);
    }
    return 0;
  }

  private static void print(PrintWriter out, Matched matched) {
    out.printf("可申请 offers: %d%n", matched.offers().size());
    for (int i = 0; i < matched.offers().size(); i++) {
      RankedOffer ranked = matched.offers().get(i);
      Offer offer = ranked.offer();
      out.printf(
          "  %s %s (%s): %s, %s, %d个月%n",
          offer.product().lender().name().zh(),
          offer.product().name().zh(),
          offer.product().id(),
          ValueText.of(Unit.FEN, (double) offer.amountFen()).zh(),
          rate(offer),
          offer.termMonths());
      out.println("    " + ranked.why(i + 1).zh());
      ranked.tools().forEach(one -> out.println("    政策支持: " + one.tool().measure().words().zh()));
      offer.conditions().forEach(condition -> out.println("    待银行核实: " + condition.words().zh()));
    }
    out.printf("未匹配 withheld: %d%n", matched.withheld());
    for (Withheld withheld : matched.withheld(Optional.empty(), Integer.MAX_VALUE)) {
      out.printf(
          "  %s %s (%s)%n",
          withheld.product().lender().name().zh(),
          withheld.product().name().zh(),
          withheld.product().id());
      withheld.mismatches().forEach(mismatch -> out.println("    " + line(mismatch)));
    }
    out.flush();
  }

  /** A reason with its shortfall and the way out. */
  static String line(Mismatch mismatch) {
    StringBuilder line = new StringBuilder(mismatch.criterion().zh());
    line.append("；现为").append(mismatch.actualText().zh());
    if (mismatch.rule() != null) {
      line.append("。依据：").append(mismatch.rule().basis());
      return line.append("。退出途径：").append(mismatch.rule().words().exit().zh()).toString();
    }
    if (mismatch.shortfallKnown()) {
      line.append("，差").append(ValueText.of(mismatch.unit(), mismatch.shortfall()).zh());
    }
    if (mismatch.earliest() != null) {
      line.append("，最早").append(mismatch.earliest()).append("可满足");
    }
    return line.toString();
  }

  private static String rate(Offer offer) {
    return offer.rate().highestBp().isPresent()
        ? "年利率不高于" + ValueText.of(Unit.BASIS_POINTS, offer.rate().highestBp().getAsInt()).zh()
        : "利率以银行为准";
  }
}
