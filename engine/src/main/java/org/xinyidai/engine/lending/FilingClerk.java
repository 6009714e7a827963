package org.xinyidai.engine.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.market.Matched;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.engine.serving.Scored;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.application.Applicant;
import org.xinyidai.models.financing.application.Findings;
import org.xinyidai.models.match.Decision.Withheld;
import org.xinyidai.models.match.Mismatch;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.subject.Uscc;

/**
 * Gathers what an application is filed with (申请预审): district, products, the platform's findings.
 */
public final class FilingClerk {
  private static final int DIVISION_FROM = 2;
  private static final int DIVISION_TO = 8;

  private final Platform platform;

  FilingClerk(Platform platform) {
    this.platform = platform;
  }

  /** A product that is on offer on a day; empty when there is none of that id. */
  public Optional<LoanProduct> onOffer(String id, LocalDate day) {
    return Optional.of(id)
        .filter(ProductId::isWellFormed)
        .map(ProductId::new)
        .flatMap(
            wanted ->
                platform.shelf().matcher(day).products().stream()
                    .filter(product -> product.id().equals(wanted))
                    .findFirst());
  }

  /** Where the enterprise is registered; what its code says where the register is silent. */
  public String district(Uscc uscc, LocalDate day) {
    String division =
        Profile.of(platform.vectors().history(uscc, platform.store().instant()), day)
            .divisionCode();
    return division == null ? uscc.value().substring(DIVISION_FROM, DIVISION_TO) : division;
  }

  /** Its name in the register, and whether lenders told of a loan of it before. */
  public Applicant applicant(Uscc uscc, LocalDate day) {
    Profile profile = Profile.of(platform.vectors().history(uscc, platform.store().instant()), day);
    return new Applicant(profile.name(), platform.monitor().results().hasOutcome(uscc));
  }

  /** What the demand matches on a day, as known now. */
  public Matched decide(Demand demand, LocalDate day) {
    return platform.matching().matched(demand, day);
  }

  /**
   * What a decision says of each product; the score that it stands on is kept for its reader, once.
   */
  public List<Findings> findings(Matched decided, List<LoanProduct> products, Reader reader) {
    Optional<Scored> scored = decided.scored();
    List<Text> reasons =
        scored.stream()
            .flatMap(one -> one.score().reasons().stream())
            .map(reason -> new Text(reason.textZh(), reason.textEn()))
            .toList();
    String scoreId =
        scored.map(one -> platform.archive().serve(one, reader).id().toString()).orElse(null);
    return products.stream()
        .map(product -> mismatches(decided, product))
        .map(words -> new Findings(scoreId, words.isEmpty(), words, reasons))
        .toList();
  }

  private static List<Text> mismatches(Matched decided, LoanProduct product) {
    return decided.withheld(Optional.empty(), Integer.MAX_VALUE).stream()
        .filter(withheld -> withheld.product().id().equals(product.id()))
        .map(Withheld::mismatches)
        .flatMap(List::stream)
        .map(FilingClerk::words)
        .toList();
  }

  private static Text words(Mismatch mismatch) {
    return new Text(
        "%s：要求%s，实际%s"
            .formatted(
                mismatch.criterion().zh(), mismatch.required().zh(), mismatch.actualText().zh()),
        "%s: asked for %s, found %s"
            .formatted(
                mismatch.criterion().en(), mismatch.required().en(), mismatch.actualText().en()));
  }
}
