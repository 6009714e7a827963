package org.xinyidai.models.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;
import org.xinyidai.models.score.Grade;

/**
 * What a policy tool does (政策工具内容). Requirements B15, B16. Rates are basis points of the amount, a
 * year unless said otherwise.
 */
public sealed interface Measure {
  /** Basis points in a whole. */
  long WHOLE_BP = 10_000;

  /** The stable code in files and answers. */
  String code();

  Text title();

  /** Whether it can do anything for this offer. */
  boolean fits(PricedLoan loan, Purpose purpose, @Nullable Grade grade);

  /**
   * What the enterprise pays less in a year, in fen, of an offer that it fits; never more than the
   * offer costs by the published terms.
   */
  long yearlySavingFen(PricedLoan loan, @Nullable Grade grade);

  /** Whether {@link #yearlySavingFen} is ever above 0. */
  default boolean lowersCost() {
    return false;
  }

  /**
   * What the tool must still have to keep its word for this offer, in fen: a subsidy what it pays
   * in a year, a bridge the whole amount. A tool that has less left is not promised.
   */
  default long needFen(PricedLoan loan, @Nullable Grade grade) {
    return yearlySavingFen(loan, grade);
  }

  /** What it does, in a sentence. */
  Text words();

  /**
   * The city pays a part of the interest (贷款贴息).
   *
   * @param capFen the most for one loan in a year
   */
  record InterestSubsidy(int bp, long capFen) implements Measure {
    public InterestSubsidy {
      check(bp, WHOLE_BP);
      check(capFen, Long.MAX_VALUE);
    }

    @Override
    public String code() {
      return "interestSubsidy";
    }

    @Override
    public Text title() {
      return new Text("贷款贴息", "interest subsidy");
    }

    @Override
    public boolean fits(PricedLoan loan, Purpose purpose, @Nullable Grade grade) {
      return loan.rateBp() > 0;
    }

    @Override
    public long yearlySavingFen(PricedLoan loan, @Nullable Grade grade) {
      int paid = Math.min(bp, loan.rateBp());
      return Math.min(capFen, loan.amountFen() * paid / WHOLE_BP);
    }

    @Override
    public boolean lowersCost() {
      return true;
    }

    @Override
    public Text words() {
      return new Text(
          "财政贴息" + percent(bp) + "，每笔每年最高" + fen(capFen).zh(),
          "the city pays " + percent(bp) + " of interest, at most " + fen(capFen).en() + " a year");
    }
  }

  /**
   * A guarantee whose fee falls as credit rises (信用担保降费).
   *
   * @param feeBp what a grade pays instead of the published yearly fee; a grade that is not named
   *     pays that
   */
  record GuaranteeFee(Map<Grade, Integer> feeBp) implements Measure {
    public GuaranteeFee {
      EnumMap<Grade, Integer> copy = new EnumMap<>(Grade.class);
      copy.putAll(feeBp);
      copy.values().forEach(bp -> check(bp, WHOLE_BP));
      feeBp = Collections.unmodifiableMap(copy);
    }

    @Override
    public String code() {
      return "guaranteeFee";
    }

    @Override
    public Text title() {
      return new Text("信用担保降费", "guarantee fee lowered by credit");
    }

    @Override
    public boolean fits(PricedLoan loan, Purpose purpose, @Nullable Grade grade) {
      return grade != null && feeBp.containsKey(grade) && loan.guaranteed();
    }

    @Override
    public long yearlySavingFen(PricedLoan loan, @Nullable Grade grade) {
      int published = loan.yearlyFeeBp();
      int paid = grade == null ? published : feeBp.getOrDefault(grade, published);
      return loan.amountFen() * Math.max(0, published - paid) / WHOLE_BP;
    }

    @Override
    public boolean lowersCost() {
      return true;
    }

    @Override
    public Text words() {
      StringBuilder tiers = new StringBuilder();
      feeBp.forEach((grade, bp) -> tiers.append(' ').append(grade).append('=').append(percent(bp)));
      return new Text("担保费按信用等级下调：" + tiers, "guarantee fee a year by grade:" + tiers);
    }
  }

  /**
   * A fund that bears a share of what the lender loses (风险补偿资金池): it moves lenders, not the cost.
   *
   * @param balanceFen what it holds; it must hold its share of the whole offer
   */
  record CompensationFund(long balanceFen, int shareBp) implements Measure {
    public CompensationFund {
      check(balanceFen, Long.MAX_VALUE);
      check(shareBp, WHOLE_BP);
    }

    @Override
    public String code() {
      return "compensationFund";
    }

    @Override
    public Text title() {
      return new Text("风险补偿资金", "compensation fund");
    }

    @Override
    public boolean fits(PricedLoan loan, Purpose purpose, @Nullable Grade grade) {
      return shareBp > 0 && balanceFen >= loan.amountFen() * shareBp / WHOLE_BP;
    }

    @Override
    public long yearlySavingFen(PricedLoan loan, @Nullable Grade grade) {
      return 0;
    }

    @Override
    public Text words() {
      return new Text(
          "风险补偿资金承担贷款本金损失的" + percent(shareBp) + "，资金余额" + fen(balanceFen).zh(),
          "a fund of " + fen(balanceFen).en() + " bears " + percent(shareBp) + " of a loss");
    }
  }

  /**
   * Money for the days between the old loan and the new (应急转贷资金).
   *
   * @param dailyBp of the amount, a day
   */
  record BridgeFund(int dailyBp, int maxDays) implements Measure {
    public BridgeFund {
      check(dailyBp, WHOLE_BP);
      check(maxDays, 365);
    }

    @Override
    public String code() {
      return "bridgeFund";
    }

    @Override
    public Text title() {
      return new Text("应急转贷资金", "emergency bridge fund");
    }

    @Override
    public boolean fits(PricedLoan loan, Purpose purpose, @Nullable Grade grade) {
      return purpose == Purpose.REFINANCING;
    }

    @Override
    public long needFen(PricedLoan loan, @Nullable Grade grade) {
      return loan.amountFen();
    }

    @Override
    public long yearlySavingFen(PricedLoan loan, @Nullable Grade grade) {
      return 0;
    }

    @Override
    public Text words() {
      return new Text(
          "应急转贷资金日费率" + percent(dailyBp) + "，最长" + maxDays + "天",
          "bridge money at " + percent(dailyBp) + " a day for at most " + maxDays + " days");
    }
  }

  /**
   * Insurance of the loan (贷款保证保险), of whose premium the city pays a part. Nobody has to take it,
   * so it changes no cost.
   */
  record Insurance(int premiumBp, int subsidyBp) implements Measure {
    public Insurance {
      check(premiumBp, WHOLE_BP);
      check(subsidyBp, premiumBp);
    }

    @Override
    public String code() {
      return "insurance";
    }

    @Override
    public Text title() {
      return new Text("贷款保证保险", "loan insurance");
    }

    @Override
    public boolean fits(PricedLoan loan, Purpose purpose, @Nullable Grade grade) {
      return true;
    }

    @Override
    public long needFen(PricedLoan loan, @Nullable Grade grade) {
      return loan.amountFen() * subsidyBp / WHOLE_BP;
    }

    @Override
    public long yearlySavingFen(PricedLoan loan, @Nullable Grade grade) {
      return 0;
    }

    @Override
    public Text words() {
      return new Text(
          "可投保贷款保证保险，年保费率" + percent(premiumBp) + "，其中财政补贴" + percent(subsidyBp),
          "insurance at " + percent(premiumBp) + " a year, " + percent(subsidyBp) + " of it paid");
    }
  }

  private static void check(long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("from 0 to " + most + ": " + value);
    }
  }

  private static String percent(int bp) {
    return ValueText.of(Unit.BASIS_POINTS, bp).en();
  }

  private static Text fen(long fen) {
    return ValueText.of(Unit.FEN, (double) fen);
  }
}
