package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinyidai.models.quality.Ratio;

/**
 * A pack judged as of a day (考核结果).
 *
 * @param district beginning digits of the division code; empty for the whole office
 * @param items in the order of the pack
 */
public record Assessment(TargetPack pack, LocalDate asOf, String district, List<ItemResult> items) {
  public Assessment {
    items = List.copyOf(items);
  }

  public Optional<ItemResult> item(String itemId) {
    return items.stream().filter(result -> result.item().id().equals(itemId)).findFirst();
  }

  /** Points of the items whose inputs are all known (已知得分). */
  public Ratio points() {
    return items.stream()
        .flatMap(result -> result.earned().stream())
        .reduce(Ratio.ZERO, Ratio::plus);
  }

  /** The most points of the items whose points are known; the rest cannot be told yet. */
  public Ratio known() {
    return items.stream()
        .filter(result -> result.earned().isPresent())
        .flatMap(result -> result.item().scoring().stream())
        .map(PointsFormula::most)
        .reduce(Ratio.ZERO, Ratio::plus);
  }
}
