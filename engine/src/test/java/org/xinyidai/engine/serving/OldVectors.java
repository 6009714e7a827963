package org.xinyidai.engine.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.dispute.CaseFile.Kind;
import org.xinyidai.engine.dispute.CaseFile.Step;
import org.xinyidai.engine.dispute.Disputes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.NewFact;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.Objection;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.feature.FeatureDefinition;
import org.xinyidai.models.feature.FeatureSchema;
import org.xinyidai.models.feature.FeatureValue;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MendsWithTime;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.record.Validated.Accepted;
import org.xinyidai.models.record.VatInvoice;
import org.xinyidai.models.subject.Uscc;

/** A store whose vectors are of the schema before the one that serves, with a feature more. */
final class OldVectors {
  static final String FEATURE = "invoices_seen_count";
  static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  static final Instant KNOWN = Instant.parse("2024-07-05T00:00:00Z");
  static final FeatureSchema OLDER = FeatureCatalogue.CURRENT;
  static final FeatureSchema NEWER = OLDER.next(Stream.of(invoicesSeen()));

  private OldVectors() {}

  static Uscc code(int number) {
    return Uscc.fromStem("91110000MA%06d".formatted(number));
  }

  /** Invoices of some enterprises, more for a greater number, and their vectors as of old. */
  static void keep(Store store, int enterprises) {
    Vectors vectors = new Vectors(store, OLDER);
    List<FeatureVector> page = new ArrayList<>();
    for (int number = 0; number < enterprises; number++) {
      Uscc uscc = code(number);
      int invoices = number % 5;
      store.execute(
          changes -> {
            for (int i = 0; i < invoices; i++) {
              NewFact.of(store.shards(), VatInvoice.OUTPUT, row(uscc, i)).take(changes, KNOWN);
            }
            return invoices;
          });
      page.add(vectors.compute(uscc, AS_OF, KNOWN));
    }
    vectors.keep(page);
  }

  /** An objection to the newest invoice of an enterprise that was open when its vector was kept. */
  static void dispute(Store store, Uscc uscc) {
    FactRow.Name fact = new FactRows(store).page(uscc, null, null, 1).get(0).name();
    Step filed =
        new Step(KNOWN.minusSeconds(1), Objection.State.MARKED.name(), "enterprise", "wrong");
    CaseFile file = new CaseFile("c1", Kind.OBJECTION, uscc, fact, List.of(filed), true);
    store.execute(
        changes -> {
          new Disputes(store).put(changes, file, true);
          return file;
        });
  }

  /** Holds every read against the recomputation: alone, and in the pass over the shards. */
  static void assertServedWhole(Store store, int enterprises) {
    Vectors newer = new Vectors(store, NEWER);
    int position = NEWER.position(FEATURE).orElseThrow();
    for (int number = 0; number < enterprises; number++) {
      FeatureVector served = newer.stored(code(number)).orElseThrow();
      assertEquals(newer.compute(code(number), AS_OF, KNOWN), served);
    }
    long[] passed = {0};
    for (int shard = 0; shard < store.shards().count(); shard++) {
      newer.forEach(
          shard,
          vector -> {
            assertEquals(NEWER.version(), vector.schemaVersion());
            assertEquals(NEWER.features().size(), vector.size());
            passed[0] += Double.isNaN(vector.value(position)) ? 0 : 1;
          });
    }
    assertEquals(enterprises - (enterprises + 4) / 5, passed[0]);
  }

  /** How many vectors lie in the store under a version. */
  static int kept(Store store, int version) {
    return store.read(
        view -> {
          int count = 0;
          try (Cursor cursor = view.scan(Family.VECTORS, new byte[0])) {
            while (cursor.next()) {
              count += VectorCodec.schemaVersion(cursor.value()) == version ? 1 : 0;
            }
          }
          return count;
        });
  }

  private static Row row(Uscc uscc, int number) {
    String[] fields = {
      uscc.value(), "" + number, "2024-05-05", "B", "100.00", "0", "100.00", "VALID", ""
    };
    return ((Accepted<Row>) VatInvoice.OUTPUT.validate(column -> fields[column], AS_OF)).value();
  }

  private static FeatureDefinition invoicesSeen() {
    return new FeatureDefinition(
        FEATURE,
        "已见销项发票数",
        "Output invoices seen",
        Unit.COUNT,
        0,
        List.of(VatInvoice.OUTPUT),
        "Missing while the feed has no record of the enterprise.",
        MendsWithTime.NEVER,
        observation -> FeatureValue.of(observation.seen(VatInvoice.OUTPUT).size()));
  }
}
