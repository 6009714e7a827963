package org.xinyidai.engine.resolution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinyidai.engine.resolution.SimulatedClaims.Labelled;
import org.xinyidai.engine.resolution.SimulatedRegister.Firm;
import org.xinyidai.models.resolution.RegisterEntry;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.Uscc;

/**
 * How well claims are filed without a person, on labelled simulated claims (C4, C22). The weights
 * were set while looking at other seeds than these.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolutionMeasureTest {
  private static final int FIRMS = 20_000;
  private static final int CLAIMS = 4_000;

  private final IdentityReader reader = new IdentityReader(SimulatedNames.PLACES);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void automatic_filing_is_right_995_times_in_1000_and_reaches_nine_in_ten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedRegister simulated = new SimulatedRegister(random);
    List<Firm> firms = simulated.register(FIRMS);
    List<Labelled> claims = new SimulatedClaims(random, simulated, firms).make(CLAIMS);
    try (EnterpriseIndex index = new EnterpriseIndex()) {
      Map<Uscc, RegisterEntry> entries = entries(firms);
      entries.values().forEach(index::put);
      index.refresh();
      Register register = uscc -> Optional.ofNullable(entries.get(uscc));
      Resolutions resolutions = new Resolutions(register, index, Thresholds.DEFAULT);
      long start = System.nanoTime();
      Tally tally = new Tally();
      for (Labelled claim : claims) {
        tally.add(claim, resolutions.resolve(reader.claim(claim.raw(), claim.account())));
      }
      long micros = (System.nanoTime() - start) / 1000 / CLAIMS;
      System.out.printf("seed %d, %d firms: %s, %d us a claim%n", seed, FIRMS, tally, micros);
      assertTrue(tally.precision() >= 0.995, tally.toString());
      assertTrue(tally.recall() >= 0.90, tally.toString());
    }
  }

  private Map<Uscc, RegisterEntry> entries(List<Firm> firms) {
    Map<Uscc, RegisterEntry> entries = new HashMap<>();
    for (Firm firm : firms) {
      Set<String> numbers =
          firm.registrationNumber().isEmpty() ? Set.of() : Set.of(firm.registrationNumber());
      List<String> former = firm.formerName().isEmpty() ? List.of() : List.of(firm.formerName());
      entries.put(
          firm.uscc(),
          reader.entry(firm.uscc(), firm.raw(), former, numbers, Set.of(firm.account())));
    }
    return entries;
  }

  /** Counts of what became of claims. */
  private static final class Tally {
    private int right;
    private int wrong;
    private int queued;
    private int queuedWithTruth;
    private int unresolved;
    private int registered;

    void add(Labelled claim, Resolution resolution) {
      registered += claim.truth().isPresent() ? 1 : 0;
      if (resolution instanceof Resolution.Filed filed) {
        if (claim.truth().filter(filed.candidate().uscc()::equals).isPresent()) {
          right++;
        } else {
          wrong++;
        }
      } else if (resolution instanceof Resolution.Queued cases) {
        queued++;
        boolean shown =
            cases.candidates().stream()
                .anyMatch(c -> claim.truth().filter(c.uscc()::equals).isPresent());
        queuedWithTruth += shown ? 1 : 0;
      } else {
        unresolved++;
      }
    }

    double precision() {
      return (double) right / (right + wrong);
    }

    double recall() {
      return (double) right / registered;
    }

    @Override
    public String toString() {
      return ("precision %.4f, recall %.4f (filed right %d, wrong %d; queued %d, %d of them with the"
              + " truth shown; unresolved %d; %d claims mean a registered enterprise)")
          .formatted(
              precision(), recall(), right, wrong, queued, queuedWithTruth, unresolved, registered);
    }
  }
}
