package org.xinyidai.engine.lending;

import java.time.Instant;
import java.util.List;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.consent.ConsentText;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.consent.Purpose;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.subject.Uscc;

/**
 * A consent that an enterprise gives with its application (随申请授权), for the review of this loan.
 *
 * @param months how long it holds, at most 12
 */
public record ConsentTerms(List<DataCategory> categories, int months) {
  public ConsentTerms {
    categories = List.copyOf(categories);
  }

  Consent consent(String id, Uscc uscc, String lender, Instant now) {
    ConsentText text = ConsentText.current();
    return new Consent(
        id,
        uscc.value(),
        lender,
        Purpose.LOAN_REVIEW,
        categories,
        text.version(),
        text.digest(),
        now,
        now.atZone(ChinaTime.ZONE).plusMonths(months).toInstant(),
        null);
  }
}
