package org.xinyidai.engine.explanation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.explanation.Benchmark;
import org.xinyidai.models.explanation.PeerFigures;
import org.xinyidai.models.explanation.PeerGroup;
import org.xinyidai.models.explanation.PeerSurvey;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Uscc;

/**
 * How peers spread (同业基准表), for every feature that a model here reads: one row of figures for each
 * group and feature. Built anew by a task; between two builds everyone is held against the same.
 */
public final class PeerTable implements Benchmark.Table {
  private static final int FIGURE_BYTES = Long.BYTES + 3 * Double.BYTES;
  private static final byte[] HEAD = "head".getBytes(US_ASCII);
  private static final String ROW = "r/";

  /** Enterprises between two steps that are told. */
  private static final int STEP = 1_000;

  private final Store store;
  private final Vectors vectors;
  private final ModelRegistry models;

  public PeerTable(Store store, Vectors vectors, ModelRegistry models) {
    this.store = store;
    this.vectors = vectors;
    this.models = models;
  }

  /**
   * What the table stands for.
   *
   * @param rows figures of one feature in one group
   */
  public record Head(LocalDate asOf, long enterprises, long rows) {}

  /**
   * Counts everyone with a kept vector and puts the figures in the place of those before.
   *
   * @param asOf the day whose registrations say who is whose peer
   * @param done told the number of enterprises so far
   */
  public Head build(LocalDate asOf, LongConsumer done) {
    int[] positions = positions();
    PeerSurvey survey = new PeerSurvey(positions);
    for (int shard = 0; shard < store.shards().count(); shard++) {
      Map<Uscc, MarketRegistration> registrations = registrations(shard, asOf);
      vectors.forEach(
          shard,
          vector -> {
            survey.add(PeerGroup.of(registrations.get(vector.uscc())), vector);
            if (survey.enterprises() % STEP == 0) {
              done.accept(survey.enterprises());
            }
          });
    }
    return keep(asOf, survey);
  }

  /** What the table stands for; empty before it was built. */
  public Optional<Head> head() {
    return store
        .read(view -> view.get(Family.PEERS, HEAD))
        .map(bytes -> StoredJson.read(bytes, Head.class));
  }

  @Override
  public Optional<PeerFigures> find(PeerGroup group, String feature) {
    return store
        .read(view -> view.get(Family.PEERS, key(group.code(), feature)))
        .map(ByteBuffer::wrap)
        .map(
            bytes ->
                new PeerFigures(
                    bytes.getLong(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble()));
  }

  private Head keep(LocalDate asOf, PeerSurvey survey) {
    FeatureSchema schema = vectors.schema();
    List<byte[]> old = rows();
    return store.execute(
        changes -> {
          old.forEach(key -> changes.delete(Family.PEERS, key));
          long[] rows = new long[1];
          survey.forEach(
              (group, position, figures) -> {
                String feature = schema.features().get(position).name();
                changes.put(Family.PEERS, key(group, feature), write(figures));
                rows[0]++;
              });
          Head head = new Head(asOf, survey.enterprises(), rows[0]);
          changes.put(Family.PEERS, HEAD, StoredJson.write(head));
          return head;
        });
  }

  private List<byte[]> rows() {
    return store.read(
        view -> {
          List<byte[]> keys = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.PEERS, ROW.getBytes(US_ASCII))) {
            while (cursor.next()) {
              keys.add(cursor.key());
            }
          }
          return keys;
        });
  }

  /** The features that any model here reads: others are no reasons of a score. */
  private int[] positions() {
    FeatureSchema schema = vectors.schema();
    return models.ids().stream()
        .flatMap(id -> models.find(id).stream())
        .flatMap(model -> model.compiled().features().stream())
        .distinct()
        .flatMapToInt(name -> schema.position(name).stream())
        .sorted()
        .toArray();
  }

  private Map<Uscc, MarketRegistration> registrations(int shard, LocalDate asOf) {
    int feed = MarketRegistration.FEED.number();
    Map<Uscc, MarketRegistration> newest = new HashMap<>();
    new Histories(store)
        .forEachOf(
            shard,
            feed,
            feed,
            (uscc, facts) ->
                facts.stream()
                    .map(Fact::record)
                    .map(MarketRegistration.class::cast)
                    .filter(record -> !record.recordedOn().isAfter(asOf))
                    .max(Comparator.comparing(MarketRegistration::recordedOn))
                    .ifPresent(record -> newest.put(uscc, record)));
    return newest;
  }

  private static byte[] write(PeerFigures figures) {
    return ByteBuffer.allocate(FIGURE_BYTES)
        .putLong(figures.count())
        .putDouble(figures.lowerQuartile())
        .putDouble(figures.median())
        .putDouble(figures.upperQuartile())
        .array();
  }

  private static byte[] key(String group, String feature) {
    return (ROW + group + "\0" + feature).getBytes(US_ASCII);
  }
}
