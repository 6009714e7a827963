package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.consent.Consent;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.models.dispute.UndisputedVector.Moment;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.subject.Uscc;

/**
 * What a party of an application may know of the enterprise's file now (申请档案范围): a lender by the
 * consents that hold, the enterprise and the office all. A consent that was withdrawn shows
 * nothing.
 */
final class ApplicationFile {
  private final Backend backend;
  private final Consents consents;

  ApplicationFile(Backend backend, Consents consents) {
    this.backend = backend;
    this.consents = consents;
  }

  /** Asks the store, and computes where the score may be known. */
  ApplicationView.File of(Application application, Party party, Access access) {
    Uscc uscc = application.filing().uscc();
    if (party == Party.ENTERPRISE || party == Party.OFFICE) {
      return new ApplicationView.File(
          List.of(),
          List.of(DataCategory.values()).stream().map(DataCategory::id).toList(),
          disputed(uscc),
          ApplicationView.Advice.of(application.filing().findings()));
    }
    Instant now = backend.now();
    List<Consent> holding =
        consents.of(uscc).stream()
            .filter(consent -> consent.grantee().equals(access.account().organisation()))
            .filter(consent -> consent.categories().stream().anyMatch(c -> consent.opens(c, now)))
            .toList();
    List<DataCategory> open =
        holding.stream()
            .flatMap(consent -> consent.categories().stream())
            .distinct()
            .sorted()
            .toList();
    return new ApplicationView.File(
        holding.stream().map(Consent::id).toList(),
        open.stream().map(DataCategory::id).toList(),
        open.contains(DataCategory.SCORE) ? disputed(uscc) : null,
        null);
  }

  private @Nullable DisputedView disputed(Uscc uscc) {
    Moment now = new Moment(backend.usualDay(), backend.platform().store().instant());
    return DisputedView.of(backend.platform().vectors().at(uscc, now).touched());
  }
}
