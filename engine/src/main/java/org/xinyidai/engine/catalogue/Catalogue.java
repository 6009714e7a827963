package org.xinyidai.engine.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.distribution.DriftReport;
import org.xinyidai.models.distribution.FeatureStatus;
import org.xinyidai.models.distribution.Population;
import org.xinyidai.models.feature.FeatureSchema;

/** What doors ask of the catalogue (特征目录服务): take a snapshot, read it, compare it with a base. */
public final class Catalogue {
  private final FeatureSchema schema;
  private final Survey survey;
  private final Snapshots snapshots;

  public Catalogue(Store store, Vectors vectors) {
    schema = vectors.schema();
    survey = new Survey(store, vectors);
    snapshots = new Snapshots(store, schema);
  }

  /**
   * Takes the snapshot of the kept vectors and keeps it under the newest day among them.
   *
   * @throws StoreException USER when no vector is kept
   */
  public Population take(LongConsumer done) {
    return keep(survey.ofKept(done));
  }

  /**
   * Takes the snapshot of a day from the facts.
   *
   * @throws StoreException USER when nothing was known on that day
   */
  public Population take(LocalDate asOf, Instant knownAt, LongConsumer done) {
    return keep(survey.fromFacts(asOf, knownAt, done));
  }

  /** The days of which there is a snapshot, in order. */
  public List<LocalDate> days() {
    return snapshots.days();
  }

  /** The snapshot of a day, or the newest where none is named; empty where there is none. */
  public Optional<Population> find(Optional<LocalDate> asOf) {
    return asOf.or(snapshots::newest).flatMap(snapshots::find);
  }

  /** Every feature as it stands in a snapshot, in the order of the schema. */
  public List<FeatureStatus> statuses(Population now, Optional<Population> base) {
    List<FeatureStatus> statuses = new ArrayList<>();
    for (int i = 0; i < schema.features().size(); i++) {
      statuses.add(FeatureStatus.of(now, base, i));
    }
    return statuses;
  }

  /**
   * What moved in all snapshots after a base period.
   *
   * @param from the first day of the base period
   * @param until its last
   * @return empty where no snapshot lies in the base period
   */
  public Optional<DriftReport> drift(LocalDate from, LocalDate until) {
    Population base = new Population(schema);
    List<Population> months = new ArrayList<>();
    for (LocalDate day : days()) {
      if (day.isAfter(until)) {
        months.add(snapshots.find(day).orElseThrow());
      } else if (!day.isBefore(from)) {
        base.add(snapshots.find(day).orElseThrow());
      }
    }
    return base.enterprises() == 0 ? Optional.empty() : Optional.of(DriftReport.of(base, months));
  }

  private Population keep(Population population) {
    if (population.enterprises() == 0) {
      throw new StoreException(
          Category.USER, "there is no enterprise to count; take records in and refresh first");
    }
    snapshots.keep(population);
    return population;
  }
}
