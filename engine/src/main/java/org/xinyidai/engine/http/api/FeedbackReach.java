package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Recorded;
import org.xinyidai.engine.feedback.Tier;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;
import org.xinyidai.models.subject.Region;

/** Whose results a caller sees, and of which days and tier (回传数据范围). */
final class FeedbackReach {
  private static final int USUAL_DAYS = 30;
  private static final Pattern PLACE = Pattern.compile("[0-9a-f]{20}");

  private FeedbackReach() {}

  /** All, those of the caller's district, or those of the lender itself. */
  static Predicate<Scope> scopes(Access access) {
    return switch (access.reach()) {
      case ALL -> scope -> true;
      case DISTRICT -> {
        Region own = new Region(access.account().seat().division());
        yield scope ->
            Region.isWellFormed(scope.district()) && new Region(scope.district()).isWithin(own);
      }
      case OWN -> scope -> scope.lender().equals(access.account().organisation());
      case NONE, CONSENTED -> scope -> false;
    };
  }

  /** The tier that is asked for; the regional where none is. */
  static Tier tier(Call call) {
    return call.oneOf("tier", Tier.values()).orElse(Tier.REGIONAL);
  }

  static LocalDate to(Call call, Feedback feedback) {
    return call.day("to").orElseGet(feedback::today);
  }

  static LocalDate from(Call call, Feedback feedback) {
    return call.day("from").orElseGet(() -> to(call, feedback).minusDays(USUAL_DAYS));
  }

  /**
   * Where the page before ended; empty for the first.
   *
   * @throws Refusal when it is no place
   */
  static String place(Call call) {
    String after = call.query("after").orElse("");
    if (!after.isEmpty() && !PLACE.matcher(after).matches()) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER, "请使用上一页给出的 next", "take the next of the page before")
          .at("after");
    }
    return after;
  }

  /**
   * A result that the caller may see; reads the store.
   *
   * @throws Refusal when there is none
   */
  static Recorded find(Feedback feedback, String id, Access access) {
    return feedback
        .records()
        .find(id)
        .filter(one -> scopes(access).test(one.held().entry().scope()))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }
}
