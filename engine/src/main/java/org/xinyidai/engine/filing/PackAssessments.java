package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.Comparisons;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;

/** Packs judged upon the platform's own data (本平台考核结果). */
final class PackAssessments implements Assessments {
  private final UptakeDesk desk;

  PackAssessments(UptakeDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<TargetPack> packs() {
    return desk.packs();
  }

  @Override
  public Assessment assess(TargetPack pack, LocalDate asOf, String district) {
    return desk.assess(pack, new Asked(asOf, district));
  }

  @Override
  public SortedMap<String, Map<String, ItemResult>> byDistrict(TargetPack pack, LocalDate asOf) {
    SortedMap<String, Map<String, ItemResult>> districts = new TreeMap<>();
    Comparisons comparisons = desk.comparisons();
    for (TargetItem item : pack.items()) {
      comparisons
          .of(item, Comparisons.By.DISTRICT, new Asked(asOf, ""))
          .ifPresent(
              lines ->
                  lines.forEach(
                      line ->
                          districts
                              .computeIfAbsent(line.name(), name -> new HashMap<>())
                              .put(item.id(), line.result())));
    }
    return districts;
  }
}
