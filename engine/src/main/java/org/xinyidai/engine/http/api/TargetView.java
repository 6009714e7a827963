package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.uptake.HandFigures;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.FigureValue;
import org.xinyidai.models.uptake.Gap;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.Measure;
import org.xinyidai.models.uptake.PointsFormula;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.uptake.Words;

/** Packs and what they come to, as the API shows them (考核结果展示). */
final class TargetView {
  private TargetView() {}

  /** A pack without its items' values. */
  record Pack(
      String id,
      TextView name,
      String document,
      LocalDate dated,
      Exact most,
      int items,
      List<String> notes) {
    static Pack of(TargetPack pack) {
      return new Pack(
          pack.id(),
          text(pack.name()),
          pack.document(),
          pack.dated(),
          Exact.of(pack.most()),
          pack.items().size(),
          pack.notes());
    }
  }

  /** An exact value, and how people write it: rounded half up to four decimals. */
  record Exact(long numerator, long denominator, String decimal) {
    static Exact of(Ratio ratio) {
      return new Exact(ratio.numerator(), ratio.denominator(), Words.plain(ratio));
    }

    static @Nullable Exact orNull(@Nullable Ratio ratio) {
      return ratio == null ? null : of(ratio);
    }
  }

  /** A pack judged as of a day. */
  record Judged(
      Pack pack, LocalDate asOf, String district, Exact points, Exact known, List<Result> items) {
    static Judged of(Assessment assessment) {
      return new Judged(
          Pack.of(assessment.pack()),
          assessment.asOf(),
          assessment.district(),
          Exact.of(assessment.points()),
          Exact.of(assessment.known()),
          assessment.items().stream().map(Result::of).toList());
    }
  }

  /** What an item is. */
  record Item(
      String id,
      String requirement,
      String section,
      TextView name,
      String counted,
      @Nullable String of,
      String period,
      @Nullable LocalDate deadline,
      @Nullable String target,
      @Nullable Exact most,
      String reading,
      String item,
      String quote,
      List<String> notes) {
    static Item of(TargetItem item) {
      return new Item(
          item.id(),
          item.requirement(),
          item.section(),
          text(item.name()),
          item.measure().counted().id(),
          item.measure() instanceof Measure.Share share ? share.denominator().id() : null,
          item.period().id(),
          item.deadline(),
          item.wanted().map(target -> item.targetZh()).orElse(null),
          Exact.orNull(item.scoring().map(PointsFormula::most).orElse(null)),
          item.scoring().map(PointsFormula::readingZh).orElse(""),
          item.citation().item(),
          item.citation().quote(),
          item.notes());
    }
  }

  /** What an item comes to. */
  record Result(
      Item item,
      @Nullable Exact value,
      @Nullable Exact before,
      String verdict,
      @Nullable Exact points,
      String source,
      @Nullable Lack gap,
      List<Input> inputs) {
    static Result of(ItemResult result) {
      return new Result(
          Item.of(result.item()),
          Exact.orNull(result.value()),
          Exact.orNull(result.before()),
          result.verdict().id(),
          Exact.orNull(result.points()),
          result.source().id(),
          result.lacking().map(Lack::of).orElse(null),
          result.inputs().stream().map(Input::of).toList());
    }
  }

  /** What would reach the target. */
  record Lack(long count, boolean more, String figure, String words, List<Place> places) {
    static Lack of(Gap gap) {
      return new Lack(
          gap.count(),
          gap.more(),
          gap.figure().id(),
          gap.titleZh(),
          gap.places().stream().map(Place::of).toList());
    }
  }

  /** Subjects of one kind who could still be won, or should leave. */
  record Place(String by, String code, long subjects) {
    static Place of(Gap.Place place) {
      return new Place(place.by().id(), place.code(), place.subjects());
    }
  }

  /** A figure with where it comes from; null where nobody told. */
  record Input(
      String figure, TextView name, String origin, @Nullable Long value, @Nullable Entered entry) {
    static Input of(FigureValue value) {
      return new Input(
          value.figure().id(),
          new TextView(value.figure().nameZh(), value.figure().nameEn()),
          value.figure().origin().id(),
          value.value(),
          value.entered().map(Entered::of).orElse(null));
    }
  }

  /** Who entered a figure, when, and on what evidence. */
  record Entered(LocalDate day, String by, Instant at, String evidence) {
    static Entered of(FigureValue.Entry entry) {
      return new Entered(entry.day(), entry.by(), entry.at(), entry.evidence());
    }
  }

  /** An entry of the office; a value of null took back what was entered for the day. */
  record Entry(
      String figure,
      String district,
      LocalDate day,
      @Nullable Long value,
      String evidence,
      String by,
      Instant at) {
    static Entry of(HandFigures.Entry entry) {
      return new Entry(
          entry.figure(),
          entry.district(),
          entry.day(),
          entry.value(),
          entry.evidence(),
          entry.by(),
          entry.at());
    }
  }

  static TextView text(TargetItem.Name name) {
    return new TextView(name.zh(), name.en());
  }
}
