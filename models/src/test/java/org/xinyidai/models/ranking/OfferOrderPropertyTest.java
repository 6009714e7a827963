package org.xinyidai.models.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.match.Candidate;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.match.Offer;
import org.xinyidai.models.policy.OpenTools;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.Effective;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleCatalogue;
import org.xinyidai.models.product.Source;
import org.xinyidai.models.product.Terms;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.score.Grade;
import org.xinyidai.models.subject.Uscc;

class OfferOrderPropertyTest {
  private static final LoanRequest REQUEST =
      new LoanRequest(50_000_000, 12, Purpose.WORKING_CAPITAL, 900);
  private static final OpenTools NO_TOOLS =
      OpenTools.of(List.of(), candidate(), Purpose.WORKING_CAPITAL, Grade.B);

  /** Words, papers and the kind of a lender are all that could be dressed up or bought. */
  @Property(tries = 200, seed = "61")
  void the_order_depends_on_nothing_but_what_the_formula_names(@ForAll long seed) {
    Random random = new Random(seed);
    List<Offer> offers = offers(random);
    OfferOrder order = new OfferOrder(record(random), Set.of("bank-1"));
    List<String> ranked = ids(order, offers);
    List<Offer> dressed = new ArrayList<>();
    for (Offer offer : offers) {
      dressed.add(
          new Offer(
              dressed(offer.product(), "x" + random.nextInt()),
              offer.amountFen(),
              offer.termMonths(),
              offer.conditions()));
    }
    Collections.shuffle(dressed, random);
    assertEquals(ranked, ids(order, dressed), () -> "seed " + seed);
  }

  @Property(tries = 100, seed = "62")
  void of_two_offers_the_one_expected_to_be_worth_more_stands_first(@ForAll long seed) {
    Random random = new Random(seed);
    List<RankedOffer> ranked =
        new OfferOrder(record(random), Set.of("bank-1"))
            .rank(offers(random), REQUEST, Grade.B, NO_TOOLS);
    for (int i = 1; i < ranked.size(); i++) {
      RankedOffer before = ranked.get(i - 1);
      RankedOffer after = ranked.get(i);
      assertTrue(
          (before.preferred() && !after.preferred())
              || (before.preferred() == after.preferred()
                  && before.benefit().expectedFen() >= after.benefit().expectedFen()));
    }
  }

  private static List<String> ids(OfferOrder order, List<Offer> offers) {
    return order.rank(offers, REQUEST, Grade.B, NO_TOOLS).stream()
        .map(one -> one.offer().product().id().value())
        .toList();
  }

  private static LendingRecord record(Random random) {
    List<PastDecision> decisions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      decisions.add(
          new PastDecision(
              "bank-" + random.nextInt(4),
              random.nextBoolean() ? "p" + random.nextInt(12) : null,
              Grade.B,
              random.nextBoolean(),
              random.nextInt(12) - 1));
    }
    return LendingRecord.of(decisions);
  }

  private static List<Offer> offers(Random random) {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Rate rate =
          random.nextInt(4) == 0 ? new Rate.Unpublished() : new Rate.Fixed(random.nextInt(800));
      offers.add(
          new Offer(
              product(i, "bank-" + random.nextInt(5), rate, random.nextInt(3) * 50),
              10_000_000L * (1 + random.nextInt(5)),
              12,
              List.of()));
    }
    return offers;
  }

  private static LoanProduct product(int number, String lender, Rate rate, int feeBp) {
    return new LoanProduct(
        new ProductId("p" + number),
        1,
        new Lender(lender, new Text("银行", "bank"), Lender.Type.BANK),
        new Text("产品", "product"),
        Set.of(),
        new AmountRange(1, 300_000_000),
        new Terms(1, 12),
        rate,
        new Fees(0, feeBp),
        Set.of(),
        List.of(),
        Effective.ALWAYS,
        new Source("a test", ""),
        List.of());
  }

  private static LoanProduct dressed(LoanProduct product, String word) {
    return new LoanProduct(
        product.id(),
        product.version(),
        new Lender(
            product.lender().organisation(),
            new Text(word, word),
            List.of(Lender.Type.values()).get(Math.abs(word.hashCode() % 4))),
        new Text("推荐！" + word, "Recommended! " + word),
        Set.of(),
        product.amount(),
        product.terms(),
        product.rate(),
        product.fees(),
        product.security(),
        product.limits(),
        new Effective(LocalDate.of(2000, 1, 1), null),
        new Source(word, word),
        product.criteria());
  }

  private static Candidate candidate() {
    double[] values = new double[SampleCatalogue.CATALOGUE.features()];
    Arrays.fill(values, Double.NaN);
    FeatureVector vector =
        new FeatureVector(
            Uscc.fromStem("91430100MA4L0001"),
            7,
            LocalDate.of(2024, 6, 30),
            Instant.EPOCH,
            values,
            new byte[values.length]);
    return Candidate.of(SampleCatalogue.CATALOGUE, vector).build();
  }
}
