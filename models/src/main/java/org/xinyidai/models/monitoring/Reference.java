package org.xinyidai.models.monitoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model promised when it was made (监控基准).
 *
 * @param asOf the day of the population against which later ones are held
 * @param trainedOn the days of the outcomes that it learned from; empty for a model from elsewhere
 * @param auc out of fold on its training sample; null where none was told
 * @param ks likewise
 */
public record Reference(
    LocalDate asOf, List<LocalDate> trainedOn, @Nullable Double auc, @Nullable Double ks) {
  public Reference {
    trainedOn = trainedOn.stream().distinct().sorted().toList();
  }

  /**
   * Whether a default in the window of a score could be one that the model learned from: the
   * windows of both days overlap.
   */
  boolean learnedFrom(LocalDate scoredOn, int windowMonths) {
    return trainedOn.stream()
        .anyMatch(
            day ->
                scoredOn.isBefore(day.plusMonths(windowMonths))
                    && day.isBefore(scoredOn.plusMonths(windowMonths)));
  }
}
