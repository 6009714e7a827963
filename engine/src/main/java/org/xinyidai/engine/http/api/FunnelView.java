package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.supervision.FunnelDimension;
import org.xinyidai.engine.supervision.FunnelLine;
import org.xinyidai.engine.supervision.LendingSum;
import org.xinyidai.engine.supervision.MarketFunnel;
import org.xinyidai.engine.supervision.RefusalCount;
import org.xinyidai.engine.supervision.StateStay;
import org.xinyidai.models.subject.Region;

/** The funnel as it goes out (融资全流程漏斗). Amounts in fen, shares 0 to 1. */
record FunnelView(
    LocalDate asOf,
    @Nullable String district,
    @Nullable String lender,
    Line total,
    List<Group> groups,
    List<Stay> stays,
    List<Refused> refusals) {
  record Stage(String stage, String stageZh, long enterprises, long fromBefore) {}

  record Group(String dimension, String dimensionZh, List<Line> lines) {}

  record Stay(
      String state, String stateZh, long left, long medianMinutes, long p90Minutes, long there) {
    static Stay of(StateStay stay) {
      return new Stay(
          stay.state().name(),
          stay.state().titleZh(),
          stay.left(),
          stay.medianMinutes(),
          stay.p90Minutes(),
          stay.there());
    }
  }

  record Refused(String code, TextView reason, long declined, long refused) {
    static Refused of(RefusalCount count) {
      return new Refused(
          count.reason().code(),
          TextView.of(count.reason().words()),
          count.declined(),
          count.refused());
    }
  }

  /** A group. Shares are null without any grant. */
  record Line(
      String key,
      TextView title,
      List<Stage> stages,
      long applications,
      long granted,
      long drawn,
      long settled,
      long grantedFen,
      long drawnFen,
      long repaidFen,
      long firstLoans,
      @Nullable Double firstLoanShare,
      long unsecured,
      @Nullable Double unsecuredShare) {
    static Line of(FunnelLine line) {
      LendingSum sum = line.lending();
      return new Line(
          line.key(),
          TextView.of(line.title()),
          line.stages().stream()
              .map(
                  one ->
                      new Stage(
                          one.stage().code(),
                          one.stage().titleZh(),
                          one.enterprises(),
                          one.fromBefore()))
              .toList(),
          sum.applications(),
          sum.granted(),
          sum.drawn(),
          sum.settled(),
          sum.grantedFen(),
          sum.drawnFen(),
          sum.repaidFen(),
          sum.firstLoans(),
          orNull(sum.firstLoanShare()),
          sum.unsecured(),
          orNull(sum.unsecuredShare()));
    }

    private static @Nullable Double orNull(OptionalDouble share) {
      return share.isPresent() ? share.getAsDouble() : null;
    }
  }

  static FunnelView of(MarketFunnel funnel) {
    Region district = funnel.scope().district();
    String lender = funnel.scope().lender();
    return new FunnelView(
        funnel.asOf(),
        district == null ? null : district.divisionCode(),
        lender.isEmpty() ? null : lender,
        Line.of(funnel.total()),
        Arrays.stream(FunnelDimension.values())
            .map(
                one ->
                    new Group(
                        one.code(), one.titleZh(), funnel.by(one).stream().map(Line::of).toList()))
            .toList(),
        funnel.stays().stream().map(Stay::of).toList(),
        funnel.refusals().stream().map(Refused::of).toList());
  }
}
