package org.xinyidai.engine.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.distribution.Distribution;
import org.xinyidai.models.distribution.DistributionCodec;
import org.xinyidai.models.distribution.Population;
import org.xinyidai.models.feature.FeatureSchema;

/**
 * Kept populations, one a day (特征快照). Under the day stand schema version and number of enterprises;
 * under day and district the distributions in the order of that schema.
 */
public final class Snapshots {
  private static final int DAY_BYTES = Integer.BYTES;

  private final Store store;
  private final FeatureSchema schema;

  public Snapshots(Store store, FeatureSchema schema) {
    this.store = store;
    this.schema = schema;
  }

  /** Keeps a population under its day, in the place of one that was kept before. */
  public void keep(Population population) {
    byte[] day = day(population.asOf());
    byte[] head =
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
            .putInt(population.schema().version())
            .putLong(population.enterprises())
            .array();
    store.execute(
        changes -> {
          changes.put(Family.SNAPSHOTS, day, head);
          for (String district : population.districts()) {
            changes.put(Family.SNAPSHOTS, key(day, district), encode(population, district));
          }
          return day;
        });
  }

  /** Deletes the snapshot of a day; harmless where there is none. */
  public void delete(LocalDate asOf) {
    List<byte[]> keys =
        store.read(
            view -> {
              List<byte[]> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.SNAPSHOTS, day(asOf))) {
                while (cursor.next()) {
                  found.add(cursor.key());
                }
              }
              return found;
            });
    store.execute(
        changes -> {
          keys.forEach(key -> changes.delete(Family.SNAPSHOTS, key));
          return keys.size();
        });
  }

  /** The days of which there is a snapshot, in order. */
  public List<LocalDate> days() {
    return store.read(
        view -> {
          List<LocalDate> days = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.SNAPSHOTS, new byte[0])) {
            while (cursor.next()) {
              if (cursor.key().length == DAY_BYTES) {
                days.add(dayOf(cursor.key()));
              }
            }
          }
          return days;
        });
  }

  /** The newest day of which there is a snapshot. */
  public Optional<LocalDate> newest() {
    List<LocalDate> days = days();
    return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
  }

  /** The snapshot of a day. */
  public Optional<Population> find(LocalDate asOf) {
    byte[] day = day(asOf);
    return store.read(
        view -> {
          Optional<byte[]> head = view.get(Family.SNAPSHOTS, day);
          if (head.isEmpty()) {
            return Optional.empty();
          }
          ByteBuffer numbers = ByteBuffer.wrap(head.get());
          FeatureSchema taken = schema.at(numbers.getInt());
          Population population = new Population(schema).restore(asOf, numbers.getLong());
          try (Cursor cursor = view.scan(Family.SNAPSHOTS, day)) {
            while (cursor.next()) {
              if (cursor.key().length > DAY_BYTES) {
                byte[] key = cursor.key();
                String district = new String(key, DAY_BYTES, key.length - DAY_BYTES, US_ASCII);
                population.restore(district, decode(cursor.value(), taken));
              }
            }
          }
          return Optional.of(population);
        });
  }

  private static byte[] encode(Population population, String district) {
    List<Distribution> features = new ArrayList<>();
    for (int i = 0; i < population.schema().features().size(); i++) {
      features.add(population.of(district, i));
    }
    int size = features.stream().mapToInt(DistributionCodec::size).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    features.forEach(feature -> DistributionCodec.write(feature, bytes));
    return bytes.array();
  }

  private static List<Distribution> decode(byte[] stored, FeatureSchema taken) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    List<Distribution> features = new ArrayList<>();
    for (int i = 0; i < taken.features().size(); i++) {
      features.add(DistributionCodec.read(bytes));
    }
    return features;
  }

  private static byte[] key(byte[] day, String district) {
    return KeyParts.join(day, district.getBytes(US_ASCII));
  }

  /** Big-endian with the sign flipped, so that days sort. */
  private static byte[] day(LocalDate day) {
    return ByteBuffer.allocate(DAY_BYTES)
        .putInt((int) day.toEpochDay() ^ Integer.MIN_VALUE)
        .array();
  }

  private static LocalDate dayOf(byte[] key) {
    return LocalDate.ofEpochDay(ByteBuffer.wrap(key).getInt() ^ Integer.MIN_VALUE);
  }
}
