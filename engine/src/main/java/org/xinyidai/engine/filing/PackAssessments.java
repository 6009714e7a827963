package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinyidai.connectors.uptake.TargetPackFile;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.Assessor;
import org.xinyidai.models.uptake.FigureSet;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetPack;

/** Interim. */
final class PackAssessments implements Assessments {
  PackAssessments(Platform platform, Accounts accounts) {}

  @Override
  public List<TargetPack> packs() {
    return TargetPackFile.bundled();
  }

  @Override
  public Assessment assess(TargetPack pack, LocalDate asOf, String district) {
    return new Assessor((day, period, wanted) -> FigureSet.of(List.of()))
        .assess(pack, asOf, district);
  }

  @Override
  public SortedMap<String, Map<String, ItemResult>> byDistrict(TargetPack pack, LocalDate asOf) {
    return new TreeMap<>();
  }
}
