package org.xinyidai.engine.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * How often a lender is told counts by criteria that are finer than bands (精细计数额度): those of its
 * products, whose thresholds it sets as it likes. Their noise wears off with the number of answers,
 * so there are so many a day; the same question again on the same day is none.
 */
public final class FineCounts {
  /** Answers a day: what those who design products try. To wear noise off takes many weeks. */
  public static final int MOST_PER_DAY = 60;

  /** Of one screening: the count itself, and the one band in which an enterprise is. */
  public static final int OF_A_SCREENING = 2;

  /** Of a dry run: an enterprise is in some four of its counts. */
  public static final int OF_A_DRY_RUN = 4;

  private final LeadStore store;

  FineCounts(LeadStore store) {
    this.store = store;
  }

  /** What a lender asked on a day, and how many answers each question took. */
  record Asked(LocalDate day, Map<String, Integer> questions) {
    Asked {
      questions = Map.copyOf(questions);
    }

    static Asked nothing(LocalDate day) {
      return new Asked(day, Map.of());
    }

    boolean isSpentBy(int more) {
      return questions.values().stream().mapToInt(Integer::intValue).sum() + more > MOST_PER_DAY;
    }

    Asked with(String question, int answers) {
      Map<String, Integer> more = new TreeMap<>(questions);
      more.put(question, answers);
      return new Asked(day, more);
    }
  }

  /**
   * Counts a question.
   *
   * @param question equal for equal questions alone
   * @return false where the day's are spent, and no answer may be told
   */
  public boolean use(String lender, String question, int answers) {
    byte[] key = LeadStore.of(LeadStore.FINE, lender, "");
    String asked = Sm3.of(question.getBytes(UTF_8));
    LocalDate today = ChinaTime.dayOf(store.store().instant());
    boolean again =
        store
            .find(key, Asked.class)
            .filter(last -> last.day().equals(today) && last.questions().containsKey(asked))
            .isPresent();
    return again || store.store().execute(changes -> use(changes, key, asked, answers));
  }

  private static boolean use(Changes changes, byte[] key, String question, int answers) {
    LocalDate today = ChinaTime.dayOf(changes.instant());
    Asked asked =
        LeadStore.find(changes, key, Asked.class)
            .filter(last -> last.day().equals(today))
            .orElse(Asked.nothing(today));
    if (asked.questions().containsKey(question)) {
      return true;
    }
    if (asked.isSpentBy(answers)) {
      return false;
    }
    LeadStore.put(changes, key, asked.with(question, answers));
    return true;
  }
}
