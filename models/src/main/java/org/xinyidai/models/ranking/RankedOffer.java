package org.xinyidai.models.ranking;

import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.policy.PolicyEffect;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/**
 * An offer in its place (排序后的报价).
 *
 * @param preferred whether the enterprise named this lender itself
 * @param tools that fit, with their effect
 */
public record RankedOffer(
    Offer offer, boolean preferred, ExpectedBenefit benefit, List<PolicyEffect> tools) {
  public RankedOffer {
    tools = List.copyOf(tools);
  }

  /** Why it stands in this place, in one sentence. */
  public Text why(int place) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (preferred) {
      zh.add("您指定的机构");
      en.add("a lender of your choice");
    }
    boolean better = benefit.expectedFen() >= 0;
    String worth = yuan(Math.abs(benefit.expectedFen())).zh();
    zh.add((better ? "预期比参照融资节省" : "预期比参照融资多付") + worth);
    en.add("expected to " + (better ? "save " : "cost ") + en(benefit.expectedFen()));
    cost(zh, en);
    Chance chance = benefit.chance();
    if (chance.basis() == Chance.Basis.NONE) {
      zh.add("尚无既往审批数据，获批可能按一半计");
      en.add("no past decisions, so approval is taken as even");
    } else {
      String percent = Math.round(chance.probability() * 100) + "%";
      zh.add("获批可能" + percent + "（" + chance.basis().titleZh() + chance.decisions() + "笔）");
      en.add(
          "approval "
              + percent
              + " by "
              + chance.decisions()
              + " decisions "
              + chance.basis().titleEn());
    }
    if (benefit.workingDays().isPresent()) {
      zh.add("通常" + benefit.workingDays().getAsInt() + "个工作日答复");
      en.add("answers in about " + benefit.workingDays().getAsInt() + " working days");
    } else {
      zh.add("答复时长未知，按" + ExpectedBenefit.USUAL_DAYS + "个工作日计");
      en.add("time to answer unknown, taken as " + ExpectedBenefit.USUAL_DAYS + " working days");
    }
    return new Text(
        "第" + place + "位：" + String.join("；", zh) + "。",
        "Place " + place + ": " + String.join("; ", en) + ".");
  }

  private void cost(List<String> zh, List<String> en) {
    String rateZh = benefit.rateKnown() ? "" : "（利率未公布，按参照利率计）";
    String rateEn = benefit.rateKnown() ? "" : " (no rate published, the reference taken)";
    String less = benefit.subsidyFen() > 0 ? "，已扣政策支持" + yuan(benefit.subsidyFen()).zh() : "";
    String lessEn = benefit.subsidyFen() > 0 ? " after " + en(benefit.subsidyFen()) + " aid" : "";
    zh.add("年成本" + yuan(benefit.yearlyCostFen()).zh() + rateZh + less);
    en.add("costs " + en(benefit.yearlyCostFen()) + " a year" + rateEn + lessEn);
  }

  private static String en(long fen) {
    return yuan(Math.abs(fen)).en();
  }

  private static Text yuan(long fen) {
    return ValueText.of(Unit.FEN, (double) fen);
  }
}
