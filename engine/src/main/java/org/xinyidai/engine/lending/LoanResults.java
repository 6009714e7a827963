package org.xinyidai.engine.lending;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.FinancingResult.Enterprise;
import org.xinyidai.connectors.feedback.FinancingResult.Institution;
import org.xinyidai.connectors.feedback.FinancingResult.Product;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.ResultOrigin;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.outbox.Outbox;
import org.xinyidai.engine.outbox.OutboxEntry;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Filing;
import org.xinyidai.models.financing.application.Passage;
import org.xinyidai.models.financing.application.StepKind;
import org.xinyidai.models.financing.application.Target;

/**
 * Tells the nation of a step, in the write of the step (融资结果入箱, B12): the whole result with the
 * facts of that moment, for a relay that asked later would find changed ones. What is not known
 * then, such as the code of an institution, is left empty; the check before sending says so.
 */
final class LoanResults {
  private static final String TOPIC = "loan.";

  private final LenderNames names;
  private final Organisations organisations;
  private final Outbox outbox;

  LoanResults(LenderNames names, Organisations organisations, Outbox outbox) {
    this.names = names;
    this.organisations = organisations;
    this.outbox = outbox;
  }

  /** Puts the result of the last step; nothing where it is nobody's business outside. */
  void put(Changes changes, Application after, LocalDate today) {
    int number = after.history().size();
    Passage last = after.history().get(number - 1);
    ToldStep.kind(last.step())
        .ifPresent(
            kind -> {
              FinancingResult result = result(changes, after, kind, today);
              outbox.put(changes, entry(after, result));
              if (last.step() == StepKind.DRAW_DOWN) {
                EarlierLoans.drawn(changes, after);
              }
            });
  }

  private static OutboxEntry entry(Application after, FinancingResult result) {
    Filing filing = after.filing();
    return new OutboxEntry(
        result.id(),
        TOPIC + result.kind().code(),
        FinancingResult.VERSION,
        after.history().get(after.history().size() - 1).at(),
        new Scope(filing.district(), filing.target().lender()),
        StoredJson.read(ResultLine.write(result), JsonNode.class));
  }

  private FinancingResult result(
      Changes changes, Application after, ResultKind kind, LocalDate today) {
    Passage last = after.history().get(after.history().size() - 1);
    Filing filing = after.filing();
    return new FinancingResult(
        after.id() + "." + after.history().size(),
        kind,
        ResultOrigin.WORKFLOW,
        last.at(),
        last.at(),
        null,
        new Enterprise(filing.uscc().value(), text(filing.applicant().name())),
        institution(changes, filing.target()),
        new Product(
            filing.target().product().value(),
            filing.target().version(),
            filing.target().name().zh()),
        after.id().value(),
        ToldStep.grant(after, EarlierLoans.isFirst(changes, after)),
        ToldStep.drawDown(after, last.step()),
        ToldStep.standing(after, kind, today),
        ToldStep.reason(after, last.step()));
  }

  private Institution institution(Changes changes, Target target) {
    return new Institution(
        organisations.institutionCode(changes, target.lender()).orElse(""), names.of(target).zh());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
