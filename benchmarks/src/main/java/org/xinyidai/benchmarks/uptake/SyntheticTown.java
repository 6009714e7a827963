package org.xinyidai.benchmarks.uptake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.record.TaxGrade;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.SubjectHistory;

/**
 * A town of any size, the same from the same seed: 20 districts of uneven size, firms and sole
 * traders, some closed, a third registered, half of those verified, yearly ratings.
 */
final class SyntheticTown {
  static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final int DISTRICTS = 20;
  private static final int FIRST_DISTRICT = 410101;
  private static final int FOUNDED_WITHIN_DAYS = 5_800;
  private static final List<String> INDUSTRIES =
      List.of("C2110", "F5123", "H6210", "L7211", "A0111");

  private final SplittableRandom random;

  SyntheticTown(long seed) {
    random = new SplittableRandom(seed);
  }

  static Uscc code(int number) {
    return Uscc.fromStem("91410101%08d".formatted(number));
  }

  /** The next subject's events. */
  SubjectHistory next(Uscc uscc) {
    LocalDate founded = FIRST.plusDays(random.nextInt(FOUNDED_WITHIN_DAYS));
    int place = Math.min(random.nextInt(DISTRICTS), random.nextInt(DISTRICTS));
    SubjectType type = random.nextInt(3) == 0 ? SubjectType.FIRM : SubjectType.SOLE_TRADER;
    String industry = INDUSTRIES.get(random.nextInt(INDUSTRIES.size()));
    List<MarketRegistration> entries = new ArrayList<>();
    entries.add(entry(uscc, founded, founded, EnterpriseStatus.ACTIVE, industry, place, type));
    if (random.nextInt(8) == 0) {
      LocalDate end = founded.plusDays(1 + random.nextInt(3_000));
      entries.add(entry(uscc, end, founded, EnterpriseStatus.DEREGISTERED, industry, place, type));
    }
    List<TaxRating> ratings = new ArrayList<>();
    if (type == SubjectType.FIRM) {
      for (int year = Math.max(2022, founded.getYear() + 1); year < 2026; year++) {
        TaxGrade grade = random.nextInt(9) == 0 ? TaxGrade.A : TaxGrade.B;
        ratings.add(new TaxRating(uscc, LocalDate.of(year + 1, 4, 20), year, grade));
      }
    }
    LocalDate registered = random.nextInt(3) == 0 ? TODAY.minusDays(random.nextInt(900)) : null;
    List<SubjectHistory.Turn> verified =
        registered == null || random.nextBoolean()
            ? List.of()
            : List.of(new SubjectHistory.Turn(registered.plusDays(random.nextInt(40)), true));
    return new SubjectHistory(entries, ratings, List.of(), null, registered, verified, null, null);
  }

  private static MarketRegistration entry(
      Uscc uscc,
      LocalDate on,
      LocalDate founded,
      EnterpriseStatus status,
      String industry,
      int place,
      SubjectType type) {
    return new MarketRegistration(
        uscc,
        on,
        RegistrationChange.ALL.get(0),
        "某某商行",
        founded,
        status,
        industry,
        String.valueOf(FIRST_DISTRICT + place),
        type,
        null,
        12L,
        300_000_00L,
        null);
  }
}
