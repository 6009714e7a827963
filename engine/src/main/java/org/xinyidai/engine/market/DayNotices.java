package org.xinyidai.engine.market;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinyidai.engine.market.HeldDay.Advice;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/**
 * What a matching day tells (对接会通知): an enterprise where its demand is advised to go, a lender how
 * many demands are advised to go to its products. Who they are the lender learns when they apply.
 */
public final class DayNotices {
  /** Products in one notice; the day itself names all. */
  private static final int NAMED = 5;

  private final Notices notices;

  public DayNotices(Notices notices) {
    this.notices = notices;
  }

  /** How many demands are advised to go to a product. */
  private record Count(Text product, int demands) {}

  /**
   * Tells of a round as a part of the write that keeps it.
   *
   * @param before what the last round of the day said already
   */
  void put(Changes changes, HeldDay held, Set<Advice> before) {
    Map<String, Map<String, Count>> lenders = new TreeMap<>();
    for (Advice advice : held.advice()) {
      if (!before.contains(advice)) {
        tell(changes, held, advice);
        lenders
            .computeIfAbsent(advice.organisation(), lender -> new TreeMap<>())
            .merge(
                advice.product(),
                new Count(advice.name(), 1),
                (a, b) -> new Count(a.product(), a.demands() + 1));
      }
    }
    lenders.forEach((lender, products) -> tell(changes, held, lender, products));
  }

  private void tell(Changes changes, HeldDay held, Advice advice) {
    Text amount = ValueText.of(Unit.FEN, (double) advice.amountFen());
    Notice.Words words =
        new Notice.Words(
            "%s对接会建议您的融资需求对接%s“%s”：%s，%d个月。仅供参考，是否申请由您决定"
                .formatted(
                    held.day(),
                    advice.lender().zh(),
                    advice.name().zh(),
                    amount.zh(),
                    advice.termMonths()),
            "The matching day of %s advises %s, %s for your demand: %s for %d months; whether to apply is yours to decide"
                .formatted(
                    held.day(),
                    advice.lender().en(),
                    advice.name().en(),
                    amount.en(),
                    advice.termMonths()));
    notices.put(
        changes,
        new Notice(
            advice.uscc(), Notice.Kind.MATCH_DAY, changes.instant(), advice.demand(), "", words));
  }

  private void tell(Changes changes, HeldDay held, String lender, Map<String, Count> products) {
    String zh =
        products.values().stream()
            .limit(NAMED)
            .map(one -> "“%s”%d笔".formatted(one.product().zh(), one.demands()))
            .collect(Collectors.joining("、"));
    String en =
        products.values().stream()
            .limit(NAMED)
            .map(one -> "%s %d".formatted(one.product().en(), one.demands()))
            .collect(Collectors.joining(", "));
    boolean more = products.size() > NAMED;
    Notice.Words words =
        new Notice.Words(
            "%s对接会为贵机构建议了新的融资需求：%s%s。企业提出申请后即可办理".formatted(held.day(), zh, more ? "等" : ""),
            "The matching day of %s advises new demands to your products: %s%s; you hear who they are when they apply"
                .formatted(held.day(), en, more ? " and others" : ""));
    notices.put(
        changes,
        new Notice(lender, Notice.Kind.MATCH_DAY, changes.instant(), held.id(), "", words));
  }
}
