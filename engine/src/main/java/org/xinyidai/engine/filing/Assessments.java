package org.xinyidai.engine.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetPack;

/** Whoever judges packs of targets (考核结果来源). Blocks: call it on a worker. */
public interface Assessments {
  /** Every pack that can be judged. */
  List<TargetPack> packs();

  /**
   * A pack as of a day.
   *
   * @param district beginning digits of the division code; empty for the whole office
   */
  Assessment assess(TargetPack pack, LocalDate asOf, String district);

  /**
   * Items beside each other: by district, then by item; those that cannot be told apart by district
   * are left out.
   */
  SortedMap<String, Map<String, ItemResult>> byDistrict(TargetPack pack, LocalDate asOf);

  default Optional<TargetPack> pack(String id) {
    return packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
  }
}
