package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.market.ProductDraft;
import org.xinyidai.engine.market.Trial;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.DraftLife;
import org.xinyidai.models.product.Problem;
import org.xinyidai.models.product.ProductDoubts;
import org.xinyidai.models.product.ProductLint;

/**
 * A draft of a product as its lender sees it (产品草稿).
 *
 * @param authors accounts that wrote or changed the terms
 * @param problems what cannot be meant in the terms; empty when they may be tried and signed
 * @param trial of the present terms; null where they were not tried
 */
record ProductDraftView(
    String id,
    String stage,
    String stageZh,
    int revision,
    List<String> authors,
    @Nullable String signedBy,
    Instant changedAt,
    ObjectNode product,
    List<ProblemView> problems,
    @Nullable Trial trial) {

  /** One thing that is wrong, where it stands. */
  record ProblemView(String path, TextView words) {
    static ProblemView of(Problem problem) {
      return new ProblemView(problem.path(), TextView.of(problem.words()));
    }
  }

  /** What is wrong, and what is to be thought over. */
  record Lint(boolean sound, List<ProblemView> problems, List<ProblemView> warnings) {
    static Lint of(ProductDraft draft, List<Problem> problems) {
      @Nullable Trial trial = current(draft);
      List<ProblemView> warnings = new ArrayList<>();
      ProductDoubts.of(draft.product()).forEach(one -> warnings.add(ProblemView.of(one)));
      if (trial != null) {
        trial
            .warnings()
            .forEach(one -> warnings.add(new ProblemView(one.path(), TextView.of(one.words()))));
      }
      return new Lint(
          problems.isEmpty(), problems.stream().map(ProblemView::of).toList(), warnings);
    }
  }

  static ProductDraftView of(
      ProductDraft draft, ObjectNode product, AttributeCatalogue attributes) {
    DraftLife life = draft.life();
    return new ProductDraftView(
        draft.id(),
        life.stage().code(),
        life.stage().titleZh(),
        life.revision(),
        List.copyOf(life.authors()),
        life.signedBy(),
        draft.changedAt(),
        product,
        ProductLint.lint(draft.product(), attributes).stream().map(ProblemView::of).toList(),
        current(draft));
  }

  /** What was tried under other terms says nothing of these. */
  private static @Nullable Trial current(ProductDraft draft) {
    @Nullable Trial trial = draft.trial();
    return trial == null || trial.revision() != draft.life().revision() ? null : trial;
  }
}
