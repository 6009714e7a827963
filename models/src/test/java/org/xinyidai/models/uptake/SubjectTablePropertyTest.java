package org.xinyidai.models.uptake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

/** The columns against a map of lists, through random puts, replacements and removals. */
class SubjectTablePropertyTest {
  private static final int SUBJECTS = 40;
  private static final int DAYS = 60;
  private static final List<Integer> DISTRICTS = List.of(350104, 350105, 10101);
  private static final int FLAGS = 1 << 10;

  @Property(tries = 60)
  void whatever_changes_the_kept_days_equal_a_recount_and_the_obvious_count(@ForAll long seed) {
    Random random = new Random(seed);
    SubjectTable table = new SubjectTable();
    Map<Uscc, List<SubjectSpan>> obvious = new HashMap<>();
    LocalDate watched = LocalDate.ofEpochDay(random.nextInt(DAYS));
    table.cube(watched);
    for (int change = 0; change < 400; change++) {
      Uscc uscc = code(random.nextInt(SUBJECTS));
      List<SubjectSpan> spans = random.nextInt(10) == 0 ? List.of() : spans(random);
      table.put(uscc, spans);
      obvious.put(uscc, spans);
    }
    for (LocalDate day : List.of(watched, LocalDate.ofEpochDay(random.nextInt(DAYS)))) {
      SubjectCube cube = table.cube(day);
      assertEquals(table.recounted(day), cube);
      for (SubjectFigure figure : SubjectFigure.values()) {
        for (String place : List.of("", "35", "350104", "010101")) {
          List<Uscc> counted = counted(obvious, figure, place, day);
          assertEquals(counted.size(), cube.count(figure, place), figure + " " + place);
          assertEquals(
              counted.stream().limit(7).toList(),
              table.page(day, figure::counts, place, null, 7),
              figure + " " + place);
        }
      }
    }
  }

  private static List<Uscc> counted(
      Map<Uscc, List<SubjectSpan>> all, SubjectFigure figure, String place, LocalDate on) {
    int day = (int) on.toEpochDay();
    return all.entrySet().stream()
        .filter(
            subject ->
                subject.getValue().stream()
                    .filter(span -> span.from() <= day && day < span.until())
                    .filter(span -> "%06d".formatted(span.district()).startsWith(place))
                    .anyMatch(span -> figure.counts(span.bits())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<SubjectSpan> spans(Random random) {
    List<SubjectSpan> spans = new ArrayList<>();
    int from = random.nextInt(DAYS / 2) - 10;
    for (int left = random.nextInt(4); left >= 0; left--) {
      int until = left == 0 ? SubjectSpan.OPEN : from + 1 + random.nextInt(DAYS / 3);
      int bits =
          SubjectBits.of(
              random.nextInt(FLAGS),
              SubjectType.ALL.get(random.nextInt(SubjectType.ALL.size())),
              random.nextBoolean() ? null : List.of(SizeClass.values()).get(random.nextInt(4)),
              null);
      spans.add(
          new SubjectSpan(from, until, DISTRICTS.get(random.nextInt(DISTRICTS.size())), bits));
      from = until;
    }
    return spans;
  }

  private static Uscc code(int number) {
    return Uscc.fromStem("91350104%08d".formatted(number));
  }
}
