package org.xinyidai.benchmarks.resolution;

import java.util.List;
import org.xinyidai.engine.resolution.LabelledClaim;

/** A register and what others write of its enterprises, with the truth (模拟标注集). */
record SimulatedSet(List<SimulatedFirm> firms, List<LabelledClaim> claims) {
  SimulatedSet {
    firms = List.copyOf(firms);
    claims = List.copyOf(claims);
  }
}
