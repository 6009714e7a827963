package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationState;
import org.xinyidai.models.financing.application.Party;
import org.xinyidai.models.financing.application.Passage;

/** Every step of an application, the filing first (办理记录). */
record ApplicationHistory(String id, List<Line> steps) {
  /** One step; number 0 is the filing. */
  record Line(
      int number,
      String step,
      String stepZh,
      String by,
      String organisation,
      Instant at,
      String state,
      String stateZh,
      String note,
      Map<String, String> details) {}

  static ApplicationHistory of(Application application) {
    List<Line> lines = new ArrayList<>();
    ApplicationState first = ApplicationState.SUBMITTED;
    lines.add(
        new Line(
            0,
            "file",
            "提交申请",
            Party.ENTERPRISE.name(),
            application.filing().uscc().value(),
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
              passage.at(),
              passage.to().name(),
              passage.to().titleZh(),
              passage.note(),
              passage.details()));
    }
    return new ApplicationHistory(application.id().value(), lines);
  }
}
