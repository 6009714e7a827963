package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Reach;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;

/** What a question about targets names (考核查询参数), within what the caller may see. */
final class TargetCall {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{0,6}");
  private static final Pattern ZEROS = Pattern.compile("(00)+$");

  private final Backend backend;
  private final UptakeDesk desk;

  TargetCall(Backend backend) {
    this.backend = backend;
    this.desk = backend.uptake();
  }

  TargetPack pack(Call call) {
    return desk.pack(call.path("pack"))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("pack"));
  }

  TargetItem item(Call call) {
    return pack(call)
        .item(call.path("item"))
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("item"));
  }

  /** The day, the place and the knowledge asked for. */
  Asked asked(Call call) {
    LocalDate asOf = call.day("asOf").orElseGet(backend::usualDay);
    @Nullable Instant knownAt =
        call.query("knownAt").isEmpty()
            ? null
            : call.instant("knownAt", backend.now()).orElse(null);
    return new Asked(asOf, district(call.access(), call.query("district").orElse("")), knownAt);
  }

  /**
   * Beginning digits of a division code. The office of a district asks of its own district or of
   * parts of it; whatever it names beyond does not exist for it.
   */
  static String district(Access access, String digits) {
    if (!DIGITS.matcher(digits).matches()) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER, "行政区划代码为至多6位数字", "A district has at most six digits")
          .at("district");
    }
    if (access.reach() != Reach.DISTRICT) {
      return digits;
    }
    String own = ZEROS.matcher(access.account().seat().division()).replaceFirst("");
    if (!digits.isEmpty() && !digits.startsWith(own)) {
      throw Refusal.of(ProblemType.NOT_FOUND).at("district");
    }
    return digits.isEmpty() ? own : digits;
  }
}
