package org.xinyidai.models.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.distribution.DistributionCodec;
import org.xinyidai.models.score.Grade;

/**
 * The kept bytes of a population: day, unscored, and the count of each grade (8 each), the names of
 * the inputs (length 4, UTF-8), the distribution of the score, then one per input.
 */
public final class ScoredPopulationCodec {
  private ScoredPopulationCodec() {}

  public static byte[] write(ScoredPopulation population) {
    byte[] names = String.join("\n", population.inputs()).getBytes(UTF_8);
    List<Distribution> all = new ArrayList<>(List.of(population.score()));
    for (int i = 0; i < population.inputs().size(); i++) {
      all.add(population.feature(i));
    }
    int size = all.stream().mapToInt(DistributionCodec::size).sum();
    int grades = Grade.values().length;
    ByteBuffer bytes =
        ByteBuffer.allocate((2 + grades) * Long.BYTES + Integer.BYTES + names.length + size);
    bytes.putLong(population.asOf().toEpochDay()).putLong(population.unscored());
    for (Grade grade : Grade.values()) {
      bytes.putLong(population.graded(grade));
    }
    bytes.putInt(names.length).put(names);
    all.forEach(distribution -> DistributionCodec.write(distribution, bytes));
    return bytes.array();
  }

  public static ScoredPopulation read(byte[] kept) {
    ByteBuffer bytes = ByteBuffer.wrap(kept);
    LocalDate asOf = LocalDate.ofEpochDay(bytes.getLong());
    long unscored = bytes.getLong();
    long[] grades = new long[Grade.values().length];
    for (int i = 0; i < grades.length; i++) {
      grades[i] = bytes.getLong();
    }
    byte[] names = new byte[bytes.getInt()];
    bytes.get(names);
    List<String> inputs = names.length == 0 ? List.of() : new String(names, UTF_8).lines().toList();
    Distribution score = DistributionCodec.read(bytes);
    List<Distribution> features = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      features.add(DistributionCodec.read(bytes));
    }
    return new ScoredPopulation(asOf, inputs, score, features, grades, unscored);
  }
}
