package org.xinyidai.engine.monitoring;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinyidai.engine.learning.ServingModel;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.monitoring.FeatureWords;
import org.xinyidai.models.monitoring.Judgement;
import org.xinyidai.models.monitoring.MonitoringReport;
import org.xinyidai.models.monitoring.MonitoringRules;
import org.xinyidai.models.monitoring.Performance;
import org.xinyidai.models.monitoring.Reference;
import org.xinyidai.models.monitoring.ScoredPopulation;
import org.xinyidai.models.score.Scorer;
import org.xinyidai.models.subject.Uscc;

/**
 * Watches models (模型监控服务): makes a report of a model on a day, as a task or at the close of a
 * month, and keeps it; whoever asks reads what was kept. The first report of a model makes its base
 * as well: everyone on the last day that the model learned from, or on the day of the report where
 * it learned elsewhere.
 */
public final class ModelMonitor {
  /** Enterprises between two steps that are told. */
  private static final int STEP = 500;

  private final Store store;
  private final Vectors vectors;
  private final Scores scores;
  private final LendingResults results;
  private final MonitoringRecords records;

  public ModelMonitor(Store store, Vectors vectors, Scores scores) {
    this.store = store;
    this.vectors = vectors;
    this.scores = scores;
    this.results = new LendingResults(store);
    this.records = new MonitoringRecords(store);
  }

  /** Where outcomes and decisions are kept. */
  public LendingResults results() {
    return results;
  }

  /** The rules in force. */
  public MonitoringRules rules() {
    return records.rules();
  }

  /**
   * Puts other rules in force, for reports from now on.
   *
   * @throws StoreException USER when their version is not greater
   */
  public void declare(MonitoringRules rules) {
    records.declare(rules);
  }

  /** Notes what a model learned from and promised; its base is made with its first report. */
  public void learnt(String modelId, Reference reference) {
    records.keep(modelId, reference);
  }

  /** The days of which there is a report of a model, in order. */
  public List<LocalDate> days(String modelId) {
    return records.days(modelId);
  }

  /** The report of a day, or the newest where none is named; empty where there is none. */
  public Optional<MonitoringReport> find(String modelId, Optional<LocalDate> asOf) {
    return asOf.or(() -> days(modelId).stream().reduce((a, b) -> b))
        .flatMap(day -> records.report(modelId, day));
  }

  /**
   * Makes and keeps the report of a day.
   *
   * @param fromFacts whether everyone is computed as known on that day, as for a month in the past;
   *     else the kept vectors are taken
   * @param done told the number of enterprises, outcomes and decisions so far
   * @throws StoreException USER when there is nobody to look at
   */
  public MonitoringReport take(
      ServingModel model, LocalDate asOf, boolean fromFacts, LongConsumer done) {
    Run run = new Run(model, done);
    ScoredPopulation now = fromFacts ? run.fromFacts(asOf) : run.ofKept(asOf);
    if (now.scored() == 0) {
      throw new StoreException(
          Category.USER,
          "there is no enterprise to look at on %s; take records in and refresh first"
              .formatted(asOf));
    }
    ScoredPopulation base = base(model.id(), run, now);
    MonitoringReport.Sources sources =
        new MonitoringReport.Sources(
            model.id(),
            records.reference(model.id()).orElseThrow(),
            base,
            now,
            run.performances(asOf),
            run.judgements(asOf));
    MonitoringReport report =
        MonitoringReport.of(sources, records.rules(), new FeatureWords(vectors.schema()));
    records.keep(report);
    return report;
  }

  private ScoredPopulation base(String modelId, Run run, ScoredPopulation now) {
    Optional<ScoredPopulation> held = records.base(modelId);
    if (held.isPresent()) {
      return held.get();
    }
    Optional<Reference> told = records.reference(modelId);
    ScoredPopulation base =
        told.map(reference -> run.fromFacts(reference.asOf()))
            .filter(population -> population.scored() > 0)
            .orElse(now);
    Reference reference =
        told.map(was -> new Reference(base.asOf(), was.trainedOn(), was.auc(), was.ks()))
            .orElse(new Reference(base.asOf(), List.of(), null, null));
    records.keep(modelId, reference, base);
    return base;
  }

  /** One model on its way over everyone. */
  private final class Run {
    private final Scorer scorer;
    private final PastScores past;
    private final AtomicLong seen = new AtomicLong();
    private final LongConsumer done;

    Run(ServingModel model, LongConsumer done) {
      this.scorer = scores.scorer(model);
      this.past = new PastScores(vectors, scorer);
      this.done = done;
    }

    /** Everyone with a kept vector; who has records and none is not scored. */
    ScoredPopulation ofKept(LocalDate asOf) {
      Histories histories = new Histories(store);
      return together(
          asOf,
          (population, shard) -> {
            Set<Uscc> recorded = new HashSet<>(histories.enterprises(shard));
            vectors.forEach(
                shard,
                vector -> {
                  recorded.remove(vector.uscc());
                  add(population, scorer.row(vector));
                });
            population.addUnscored(recorded.size());
          });
    }

    /** Everyone of whom the model's inputs told something by the end of a day. */
    ScoredPopulation fromFacts(LocalDate asOf) {
      Histories histories = new Histories(store);
      return together(
          asOf,
          (population, shard) -> {
            for (Uscc uscc : histories.enterprises(shard)) {
              double[] row = past.row(uscc, asOf);
              // Whom nobody knew on that day was not there yet, rather than not scored.
              if (!ScoredPopulation.isBlank(row)) {
                add(population, row);
              }
            }
          });
    }

    private ScoredPopulation together(LocalDate asOf, ObjIntConsumer<ScoredPopulation> countShard) {
      List<String> inputs = scorer.inputs().stream().map(FeatureDefinition::name).toList();
      return IntStream.range(0, store.shards().count())
          .parallel()
          .mapToObj(
              shard -> {
                ScoredPopulation population = new ScoredPopulation(asOf, inputs);
                countShard.accept(population, shard);
                return population;
              })
          .reduce(ScoredPopulation::add)
          .orElseThrow();
    }

    /** Scores of days up to the report's with what became of them. */
    List<Performance> performances(LocalDate asOf) {
      return eachShard(
              shard ->
                  results.outcomes(shard).stream()
                      .filter(one -> !one.observedOn().isAfter(asOf))
                      .flatMap(
                          one ->
                              risk(one.uscc(), one.observedOn()).stream()
                                  .mapToObj(
                                      risk -> new Performance(one.observedOn(), risk, one.bad()))))
          .toList();
    }

    List<Judgement> judgements(LocalDate asOf) {
      return eachShard(
              shard ->
                  results.decisions(shard).stream()
                      .filter(one -> !one.decidedOn().isAfter(asOf))
                      .flatMap(one -> judgement(one).stream()))
          .toList();
    }

    private Optional<Judgement> judgement(LenderDecision decision) {
      OptionalDouble risk = risk(decision.uscc(), decision.decidedOn());
      return risk.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Judgement(
                  decision.decidedOn(),
                  decision.lender(),
                  scorer.model().grades().grade(risk.getAsDouble()),
                  decision.approved()));
    }

    private OptionalDouble risk(Uscc uscc, LocalDate day) {
      step();
      return past.risk(uscc, day);
    }

    /** Reads shards side by side and hands their rows over one by one, in the order of shards. */
    private <T> Stream<T> eachShard(IntFunction<Stream<T>> read) {
      return IntStream.range(0, store.shards().count())
          .parallel()
          .mapToObj(shard -> read.apply(shard).toList())
          .toList()
          .stream()
          .flatMap(List::stream);
    }

    private void add(ScoredPopulation population, double[] row) {
      step();
      double risk = scorer.probabilityOfDefault(row);
      population.add(row, risk, scorer.model().grades().grade(risk));
    }

    private void step() {
      long now = seen.incrementAndGet();
      if (now % STEP == 0) {
        done.accept(now);
      }
    }
  }
}
