package org.xinyidai.engine.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Criterion;
import org.xinyidai.models.screening.Screening;
import org.xinyidai.models.screening.ScreeningIndex;
import org.xinyidai.models.screening.ScreeningIndexBuilder;
import org.xinyidai.models.subject.Uscc;

/**
 * Keeps everyone in columns (筛选索引服务), B5: built as a task, and refreshed by what changed since. Its
 * memory is at most {@link ScreeningIndex#MAX_BYTES_PER_ROW_AND_COLUMN} a row and column, about 15
 * bytes in practice, for the attributes that lenders may ask for and those of products on the
 * shelf; while it is built, twice that.
 */
public final class ScreeningDesk {
  /** The attribute by which the best come first. */
  public static final String ORDER = "score_points";

  /** What can be screened for whatever is on the shelf; lenders may ask for these alone. */
  public static final List<String> ALWAYS =
      List.of(
          ORDER,
          "stars",
          "grade",
          "division_code",
          "industry_section",
          "industry_code",
          "size_class",
          "subject_type",
          "age_months",
          "tax_rating_class",
          "sales_invoiced_fen_12m",
          "sales_growth_ratio_12m",
          "customers_count_12m",
          "tax_paid_fen_12m",
          "insured_persons_count_1m",
          "electricity_usage_growth_ratio_12m");

  /** Past this share of changed rows a new index answers sooner than two. */
  private static final double MOST_CHANGED = 0.05;

  /** Enterprises between two steps that are told. */
  private static final int STEP = 1_000;

  private final Store store;
  private final Shelf shelf;
  private final ModelRegistry models;
  private final AttributeCatalogue catalogue;
  private final ScreeningRows rows;
  private final Set<Integer> always;
  private volatile @Nullable Built built;

  /** What the desk reads. */
  public record Sources(
      Store store, Vectors vectors, Scores scores, ModelRegistry models, Shelf shelf) {}

  /** An index as it was built, the marks of its rows, and what is told of them now. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the desk
  private record Built(ScreeningIndex index, long[] marks, Snapshot snapshot) {}

  public ScreeningDesk(Sources sources, AttributeCatalogue catalogue) {
    this.store = sources.store();
    this.shelf = sources.shelf();
    this.models = sources.models();
    this.catalogue = catalogue;
    this.rows = new ScreeningRows(store, sources.vectors(), sources.scores(), catalogue);
    this.always =
        ALWAYS.stream().map(catalogue::positionOf).collect(Collectors.toUnmodifiableSet());
  }

  /** Everyone as known at the last refresh; empty before the first. */
  public Optional<Snapshot> snapshot() {
    Built now = built;
    return now == null ? Optional.empty() : Optional.of(now.snapshot());
  }

  /**
   * Brings the snapshot up to date: by the rows that changed, or by a new index where there is
   * none, where another model serves, where the shelf asks for further attributes, or where too
   * much changed.
   *
   * @param done told the number of enterprises looked at so far
   */
  public synchronized Snapshot refresh(LongConsumer done) {
    Built now = built;
    if (now == null
        || !now.snapshot().modelId().equals(modelId())
        || !now.snapshot().positions().containsAll(positions())) {
      return rebuild(done);
    }
    Instant takenAt = store.instant();
    List<FeatureVector> changed = new ArrayList<>();
    BitSet still = new BitSet(now.index().rows());
    long[] seen = {0};
    rows.forEachMark(
        next -> {
          Uscc uscc = next.vector().uscc();
          int row = now.index().find(uscc).orElse(-1);
          if (row >= 0) {
            still.set(row);
          }
          if (row < 0 || now.marks()[row] != next.mark()) {
            changed.add(next.vector());
          }
          tell(++seen[0], done);
        });
    if (changed.size() > MOST_CHANGED * now.index().rows()) {
      return rebuild(done);
    }
    List<Uscc> gone = new ArrayList<>();
    for (int row = still.nextClearBit(0); row < now.index().rows(); ) {
      gone.add(now.index().uscc(row));
      row = still.nextClearBit(row + 1);
    }
    ScreeningIndexBuilder builder = builder(now.snapshot().positions());
    changed.forEach(vector -> builder.add(vector.uscc(), rows.row(vector).values()));
    Screening told = new Screening(now.index(), order()).with(builder.build(), gone);
    Snapshot snapshot =
        new Snapshot(told, takenAt, now.snapshot().modelId(), now.snapshot().positions());
    built = new Built(now.index(), now.marks(), snapshot);
    return snapshot;
  }

  /**
   * Builds a new index of everyone.
   *
   * @param done told the number of enterprises read so far
   */
  public synchronized Snapshot rebuild(LongConsumer done) {
    Instant takenAt = store.instant();
    String model = modelId();
    Set<Integer> positions = positions();
    ScreeningIndexBuilder builder = builder(positions);
    Map<Uscc, Long> markOf = new HashMap<>();
    rows.forEach(
        row -> {
          builder.add(row.uscc(), row.values());
          markOf.put(row.uscc(), row.mark());
          tell(builder.rows(), done);
        });
    ScreeningIndex index = builder.build();
    long[] marks = new long[index.rows()];
    for (int row = 0; row < marks.length; row++) {
      marks[row] = markOf.getOrDefault(index.uscc(row), 0L);
    }
    Snapshot snapshot = new Snapshot(new Screening(index, order()), takenAt, model, positions);
    built = new Built(index, marks, snapshot);
    return snapshot;
  }

  private ScreeningIndexBuilder builder(Set<Integer> positions) {
    int[] columns = positions.stream().mapToInt(Integer::intValue).sorted().toArray();
    return new ScreeningIndexBuilder(columns, order());
  }

  private int order() {
    return catalogue.positionOf(ORDER);
  }

  private String modelId() {
    return models.champion().map(model -> model.id()).orElse("");
  }

  /** Of what the platform knows: what only a demand declares has no column. */
  private Set<Integer> positions() {
    Set<Integer> positions = new TreeSet<>(always);
    List<Criterion> criteria = new ArrayList<>();
    shelf.all().forEach(product -> criteria.addAll(product.criteria()));
    shelf.rules().forEach(rule -> criteria.add(rule.criterion()));
    for (Criterion criterion : criteria) {
      Attribute attribute = catalogue.get(criterion.attribute());
      if (attribute.origin() != Attribute.Origin.DECLARED) {
        positions.add(catalogue.positionOf(attribute.name()));
      }
    }
    return positions;
  }

  private static void tell(long count, LongConsumer done) {
    if (count % STEP == 0) {
      done.accept(count);
    }
  }
}
