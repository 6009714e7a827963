package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.standing.Membership;
import org.xinyidai.models.standing.Standing;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SizeMeasures;

/**
 * What becomes of a subject's events: spans over which its state stays the same (状态区间生成). A subject
 * is there from its founding day on as the first entry of the register tells; one that the register
 * has not got has no spans. Keeps what it has parsed, so each thread has its own.
 */
public final class SpanBuilder {
  /** Codes of the classification, with and without letters; more are no industries. */
  private static final int MOST_KEPT = 5_000;

  private final Map<String, Optional<Industry>> industries = new HashMap<>();

  /** The spans of a subject in order of day, without gaps from the first to the open end. */
  public List<SubjectSpan> spans(SubjectHistory history) {
    List<MarketRegistration> entries = history.registrations();
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Membership> serious = serious(history);
    int[] days = days(history, serious);
    List<SubjectSpan> spans = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      int until = i + 1 < days.length ? days[i + 1] : SubjectSpan.OPEN;
      add(spans, span(history, serious, days[i], until));
    }
    return spans;
  }

  private SubjectSpan span(SubjectHistory history, List<Membership> serious, int from, int until) {
    LocalDate day = LocalDate.ofEpochDay(from);
    List<MarketRegistration> entries = history.registrations();
    MarketRegistration held = entries.get(0);
    boolean twice = false;
    @Nullable Long employees = held.employees();
    @Nullable Long revenueFen = held.revenueFen();
    @Nullable Long assetsFen = held.assetsFen();
    for (MarketRegistration entry : entries.subList(1, entries.size())) {
      if (!entry.day().isAfter(day)) {
        held = entry;
        twice |= !entry.foundedOn().equals(entries.get(0).foundedOn());
        employees = entry.employees() == null ? employees : entry.employees();
        revenueFen = entry.revenueFen() == null ? revenueFen : entry.revenueFen();
        assetsFen = entry.assetsFen() == null ? assetsFen : entry.assetsFen();
      }
    }
    int flags =
        flag(SubjectBits.SURVIVES, survives(held.status()))
            | flag(SubjectBits.CODE_GIVEN_TWICE, twice)
            | flag(SubjectBits.REGISTERED, reached(history.registeredOn(), day))
            | flag(SubjectBits.COVERED, reached(history.coveredOn(), day))
            | flag(SubjectBits.APPLIED, reached(history.appliedOn(), day))
            | flag(SubjectBits.GRANTED, reached(history.grantedOn(), day))
            | flag(SubjectBits.VERIFIED, verified(history, day))
            | flag(SubjectBits.SERIOUS, serious.stream().anyMatch(place -> stands(place, day)))
            | rated(history, day);
    @Nullable Industry industry = industry(held.industryCode()).orElse(null);
    @Nullable SizeClass size =
        industry == null
            ? null
            : SizeClass.of(industry, new SizeMeasures(employees, revenueFen, assetsFen))
                .orElse(null);
    int bits =
        SubjectBits.of(
            flags, held.subjectType(), size, industry == null ? null : industry.section());
    return new SubjectSpan(from, until, Integer.parseInt(held.divisionCode()), bits);
  }

  /** Every day on which anything may change, each once, in order; the first is the founding. */
  private static int[] days(SubjectHistory history, List<Membership> serious) {
    MarketRegistration first = history.registrations().get(0);
    LocalDate founded = first.foundedOn().isBefore(first.day()) ? first.foundedOn() : first.day();
    List<LocalDate> days = new ArrayList<>();
    history.registrations().stream().skip(1).forEach(entry -> days.add(entry.day()));
    history.ratings().forEach(rating -> days.add(rating.day()));
    history.verified().forEach(turn -> days.add(turn.on()));
    for (Membership place : serious) {
      days.add(place.entry().day());
      place.exit().ifPresent(exit -> days.add(exit.on()));
    }
    for (LocalDate day :
        Arrays.asList(
            history.coveredOn(),
            history.registeredOn(),
            history.appliedOn(),
            history.grantedOn())) {
      if (day != null) {
        days.add(day);
      }
    }
    int start = (int) founded.toEpochDay();
    int[] all = new int[days.size() + 1];
    all[0] = start;
    for (int i = 0; i < days.size(); i++) {
      all[i + 1] = Math.max(start, (int) days.get(i).toEpochDay());
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** Adds a span; one like the last makes that longer. */
  private static void add(List<SubjectSpan> spans, SubjectSpan next) {
    SubjectSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.bits() == next.bits() && last.district() == next.district()) {
      spans.set(
          spans.size() - 1,
          new SubjectSpan(last.from(), next.until(), last.district(), last.bits()));
    } else {
      spans.add(next);
    }
  }

  private static List<Membership> serious(SubjectHistory history) {
    if (history.listings().isEmpty()) {
      return List.of();
    }
    return Standing.of(history.listings(), history.registrations()).memberships().stream()
        .filter(place -> place.entry().list() == CreditListKind.SERIOUSLY_DISHONEST)
        .toList();
  }

  private static boolean stands(Membership place, LocalDate day) {
    return !place.entry().day().isAfter(day)
        && place.exit().filter(exit -> !exit.on().isAfter(day)).isEmpty();
  }

  private static boolean verified(SubjectHistory history, LocalDate day) {
    boolean holds = false;
    for (SubjectHistory.Turn turn : history.verified()) {
      holds = turn.on().isAfter(day) ? holds : turn.holds();
    }
    return holds;
  }

  /** By the rating published last, of several on one day the one of the latest year. */
  private static int rated(SubjectHistory history, LocalDate day) {
    @Nullable TaxRating last = null;
    for (TaxRating rating : history.ratings()) {
      boolean later =
          last == null || rating.day().isAfter(last.day()) || rating.year() > last.year();
      last = later && !rating.day().isAfter(day) ? rating : last;
    }
    return last == null
        ? 0
        : SubjectBits.RATED | flag(SubjectBits.A_RATED, last.grade() == TaxGrade.A);
  }

  private Optional<Industry> industry(String code) {
    if (industries.size() > MOST_KEPT) {
      industries.clear();
    }
    return industries.computeIfAbsent(code, Industry::parse);
  }

  /** Whether a subject of this status is still there (存续): one whose licence was revoked is. */
  private static boolean survives(EnterpriseStatus status) {
    return switch (status) {
      case ACTIVE, REVOKED, ABNORMAL -> true;
      case DEREGISTERED, MOVED, LIQUIDATING, BANKRUPT -> false;
    };
  }

  private static boolean reached(@Nullable LocalDate since, LocalDate day) {
    return since != null && !since.isAfter(day);
  }

  private static int flag(int mask, boolean holds) {
    return holds ? mask : 0;
  }
}
