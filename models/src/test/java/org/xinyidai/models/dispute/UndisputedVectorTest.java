package org.xinyidai.models.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Penalty;
import org.xinyidai.models.record.PenaltyKind;
import org.xinyidai.models.record.PenaltySeverity;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.record.TaxPayment;
import org.xinyidai.models.record.TaxType;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UndisputedVectorTest {
  private static final Uscc FIRM = Uscc.fromStem("92431100MA000001");
  private static final FeatureSchema SCHEMA = FeatureCatalogue.CURRENT;
  private static final EffectPolicy POLICY = new EffectPolicy(Map.of(Penalty.FEED, Effect.EXCLUDE));
  private static final Moment NOW =
      new Moment(LocalDate.of(2023, 12, 31), Instant.parse("2024-01-05T00:00:00Z"));

  @Test
  void a_disputed_penalty_is_left_out_and_its_features_say_so() {
    Fact<?> penalty = penalty(LocalDate.of(2023, 6, 1), "2023-06-05T00:00:00Z");
    List<Fact<?>> facts = List.of(registration(), penalty);
    UndisputedVector undisputed = of(facts, penalty);
    assertEquals(1, value(plain(facts), "penalties_count_12m"));
    assertEquals(0, value(undisputed.vector(), "penalties_count_12m"));
    assertEquals(Effect.EXCLUDE, undisputed.touched().get("penalties_count_12m"));
    assertEquals(plain(List.of(registration())), undisputed.vector());
  }

  @Test
  void a_disputed_tax_payment_freezes_its_features_at_their_last_undisputed_value() {
    Fact<?> first = payment(LocalDate.of(2023, 3, 15), 100_000, "2023-03-20T00:00:00Z");
    Fact<?> second = payment(LocalDate.of(2023, 9, 15), 500_000, "2023-09-20T00:00:00Z");
    List<Fact<?>> facts = List.of(registration(), first, second);
    UndisputedVector undisputed = of(facts, second);
    assertEquals(100_000, value(undisputed.vector(), "tax_paid_fen_12m"));
    assertNotEquals(100_000, value(plain(facts), "tax_paid_fen_12m"));
    assertEquals(Effect.FREEZE, undisputed.touched().get("tax_paid_fen_12m"));
  }

  @Test
  void a_fact_that_the_policy_only_marks_counts_and_its_features_say_so() {
    Fact<?> penalty = penalty(LocalDate.of(2023, 6, 1), "2023-06-05T00:00:00Z");
    List<Fact<?>> facts = List.of(registration(), penalty);
    EffectPolicy marking = new EffectPolicy(Map.of(Penalty.FEED, Effect.MARK));
    OpenDisputes open = new OpenDisputes(Set.of(DisputedFact.of(penalty)), marking);
    UndisputedVector undisputed = UndisputedVector.of(SCHEMA, FIRM, facts, open, NOW);
    assertEquals(plain(facts), undisputed.vector());
    assertEquals(Effect.MARK, undisputed.touched().get("penalties_count_12m"));
    assertEquals(Set.of(Effect.MARK), Set.copyOf(undisputed.touched().values()));
  }

  @Test
  void without_a_dispute_nothing_changes_and_nothing_is_touched() {
    List<Fact<?>> facts =
        List.of(registration(), penalty(LocalDate.of(2023, 6, 1), "2023-06-05T00:00:00Z"));
    UndisputedVector undisputed =
        UndisputedVector.of(SCHEMA, FIRM, facts, new OpenDisputes(Set.of(), POLICY), NOW);
    assertEquals(plain(facts), undisputed.vector());
    assertEquals(Map.of(), undisputed.touched());
  }

  private static UndisputedVector of(List<Fact<?>> facts, Fact<?> disputed) {
    return UndisputedVector.of(
        SCHEMA, FIRM, facts, new OpenDisputes(Set.of(DisputedFact.of(disputed)), POLICY), NOW);
  }

  private static FeatureVector plain(List<Fact<?>> facts) {
    return SCHEMA.vector(History.knownAt(NOW.knownAt(), FIRM, facts), NOW.asOf());
  }

  private static double value(FeatureVector vector, String feature) {
    return vector.value(SCHEMA.position(feature).orElseThrow());
  }

  private static Fact<?> penalty(LocalDate day, String knownAt) {
    Penalty record =
        new Penalty(
            FIRM,
            day,
            "永市监罚〔2023〕1号",
            PenaltyKind.ALL.get(0),
            PenaltySeverity.ALL.get(0),
            "食品安全法第一百二十二条",
            100_000,
            null);
    return new Fact<>(Penalty.FEED, record, "1", 0, Instant.parse(knownAt));
  }

  private static Fact<?> registration() {
    LocalDate day = LocalDate.of(2020, 1, 1);
    MarketRegistration record =
        new MarketRegistration(
            FIRM,
            day,
            RegistrationChange.FOUNDED,
            "永州市鑫源贸易有限公司",
            day,
            EnterpriseStatus.ACTIVE,
            "5199",
            "431103",
            SubjectType.FIRM,
            null,
            null,
            null,
            null);
    return new Fact<>(MarketRegistration.FEED, record, "1", 0, Instant.EPOCH);
  }

  private static Fact<?> payment(LocalDate day, long fen, String knownAt) {
    return new Fact<>(TaxPayment.FEED, payment(day, fen), "p" + day, 0, Instant.parse(knownAt));
  }

  private static TaxPayment payment(LocalDate day, long fen) {
    return new TaxPayment(
        FIRM, YearMonth.from(day).minusMonths(1), TaxType.VAT, fen, 0, day, day, "r" + day);
  }
}
