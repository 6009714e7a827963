package org.xinyidai.models.uptake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinyidai.models.quality.Ratio;

/**
 * The targets that one document sets (考核方案), such as the 100 points of 根河市 2023.
 *
 * @param id such as {@code genhe-2023}
 * @param document its title and number
 * @param dated the day of the document
 * @param notes known defects of the document, shown and not repaired (G2)
 */
public record TargetPack(
    String id,
    TargetItem.Name name,
    String document,
    LocalDate dated,
    List<TargetItem> items,
    List<String> notes) {
  public TargetPack {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
    Set<String> ids = new HashSet<>();
    for (TargetItem item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException(id + " has two items " + item.id());
      }
    }
  }

  public Optional<TargetItem> item(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /** The most points of all items (总分). */
  public Ratio most() {
    return items.stream()
        .flatMap(item -> item.scoring().stream())
        .map(PointsFormula::most)
        .reduce(Ratio.ZERO, Ratio::plus);
  }

  /** Every figure that its items need. */
  public Set<Figure> figures() {
    Set<Figure> all = new LinkedHashSet<>();
    items.forEach(item -> all.addAll(item.figures()));
    return all;
  }
}
