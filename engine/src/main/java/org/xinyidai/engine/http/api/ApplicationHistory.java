package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Passage;

/** Every step of an application, the filing first (办理记录). */
record ApplicationHistory(String id, List<Line> steps) {
  /**
   * One step; number 0 is the filing.
   *
   * @param unit name of the branch or office where its taker sat; null for the organisation as a
   *     whole
   */
  record Line(
      int number,
      String step,
      String stepZh,
      String by,
      String organisation,
      String organisationName,
      @Nullable String unit,
      Instant at,
      String state,
      String stateZh,
      String note,
      Map<String, String> details) {}

  static ApplicationHistory of(Application application, Loans loans) {
    List<Line> lines = new ArrayList<>();
    ApplicationState first = ApplicationState.SUBMITTED;
    lines.add(
        new Line(
            0,
            "file",
            "提交申请",
            Party.ENTERPRISE.name(),
            application.filing().uscc().value(),
            applicant(application),
            null,
            application.filing().at(),
            first.name(),
            first.titleZh(),
            "",
            Map.of()));
    for (Passage passage : application.history()) {
      lines.add(
          new Line(
              lines.size(),
              passage.step().code(),
              passage.step().titleZh(),
              passage.by().name(),
              passage.organisation(),
              name(application, passage, loans),
              unit(passage, loans),
              passage.at(),
              passage.to().name(),
              passage.to().titleZh(),
              passage.note(),
              passage.details()));
    }
    return new ApplicationHistory(application.id().value(), lines);
  }

  private static String name(Application application, Passage passage, Loans loans) {
    return switch (passage.by()) {
      case LENDER -> loans.names().of(application.filing().target()).zh();
      case ENTERPRISE -> applicant(application);
      case PLATFORM -> "平台";
      case GUARANTOR, OFFICE -> passage.organisation();
    };
  }

  private static String applicant(Application application) {
    String name = application.filing().applicant().name();
    return name == null ? application.filing().uscc().value() : name;
  }

  private static @Nullable String unit(Passage passage, Loans loans) {
    return passage.unit().isEmpty()
        ? null
        : loans.organisations().find(passage.unit()).map(Organisation::name).orElse(null);
  }
}
