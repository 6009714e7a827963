package org.xinyidai.connectors.uptake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.uptake.PackText.Item;
import org.xinyidai.connectors.uptake.PackText.Measured;
import org.xinyidai.connectors.uptake.PackText.Points;
import org.xinyidai.connectors.uptake.PackText.TermText;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Citation;
import org.xinyidai.models.uptake.Comparison;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.Measure;
import org.xinyidai.models.uptake.Period;
import org.xinyidai.models.uptake.PointsFormula;
import org.xinyidai.models.uptake.Target;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.uptake.Term;

/**
 * A pack of targets as JSON (考核方案文件), for a clerk to review beside the document. A pack has {@code
 * id, zh, en, document, dated, items, notes}; an item {@code id, requirement, section, zh, en,
 * measure {counted, of}, target, period, deadline, points, item, quote, notes}. A target is a sign
 * and a number ({@code "> 30%"}) or {@code "rising"}; points are {@code {most, terms, reading}}
 * with terms {@code {proRata: [measure], none, all, points, vacant}}, {@code {each: figure,
 * points}} or {@code {fixed}}. Figures are those of the catalogue. An unknown field or name is
 * refused.
 */
public final class TargetPackFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> BUNDLED =
      List.of("shangjie-2023", "genhe-2023", "yongzhou-2018", "yintai-2021-2025", "wuhan-2016");
  private static final String RISING = "rising";

  private final FigureCatalogue figures;

  private TargetPackFile(FigureCatalogue figures) {
    this.figures = figures;
  }

  /** The packs that come with the program. */
  public static List<TargetPack> bundled() {
    List<TargetPack> packs = new ArrayList<>();
    for (String id : BUNDLED) {
      try (InputStream in = TargetPackFile.class.getResourceAsStream(id + ".json")) {
        packs.add(read(Objects.requireNonNull(in, id), FigureCatalogue.bundled()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return packs;
  }

  /**
   * Reads a pack; the stream stays open.
   *
   * @throws IOException that names the item and the field at fault
   */
  public static TargetPack read(InputStream in, FigureCatalogue figures) throws IOException {
    PackText text = JSON.readValue(in, PackText.class);
    TargetPackFile file = new TargetPackFile(figures);
    String where = "pack " + text.id();
    List<TargetItem> items = new ArrayList<>();
    for (Item item : Objects.requireNonNullElse(text.items(), List.<Item>of())) {
      items.add(file.item(item));
    }
    if (items.isEmpty()) {
      throw new IOException(where + ": give items");
    }
    try {
      return new TargetPack(
          required(text.id(), where, "id"),
          new TargetItem.Name(required(text.zh(), where, "zh"), required(text.en(), where, "en")),
          required(text.document(), where, "document"),
          day(required(text.dated(), where, "dated"), where),
          items,
          Objects.requireNonNullElse(text.notes(), List.of()));
    } catch (IllegalArgumentException e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }

  private TargetItem item(Item text) throws IOException {
    String where = "item " + text.id();
    Points points = text.points();
    String due = text.deadline();
    try {
      return new TargetItem(
          required(text.id(), where, "id"),
          Objects.requireNonNullElse(text.requirement(), ""),
          required(text.section(), where, "section"),
          new TargetItem.Name(required(text.zh(), where, "zh"), required(text.en(), where, "en")),
          measure(text.measure(), where),
          target(text.target(), where),
          Period.ofId(required(text.period(), where, "period"))
              .orElseThrow(() -> new IOException(where + ": no period " + text.period())),
          due == null ? null : day(due, where),
          points == null ? null : formula(points, where),
          new Citation(
              required(text.item(), where, "item"), required(text.quote(), where, "quote")),
          Objects.requireNonNullElse(text.notes(), List.of()));
    } catch (IllegalArgumentException e) {
      throw new IOException(where + ": " + e.getMessage(), e);
    }
  }

  private Measure measure(@Nullable Measured text, String where) throws IOException {
    if (text == null) {
      throw new IOException(where + ": give measure");
    }
    Figure counted = figure(text.counted(), where);
    return text.of() == null
        ? new Measure.Count(counted)
        : new Measure.Share(counted, figure(text.of(), where));
  }

  private Figure figure(@Nullable String id, String where) throws IOException {
    return Optional.ofNullable(id)
        .flatMap(figures::find)
        .orElseThrow(() -> new IOException(where + ": the catalogue has no figure " + id));
  }

  private static @Nullable Target target(@Nullable String text, String where) throws IOException {
    if (text == null) {
      return null;
    }
    if (text.equals(RISING)) {
      return new Target.Rising();
    }
    String[] parts = text.split(" ", 2);
    Comparison comparison =
        Comparison.ofSign(parts[0])
            .filter(sign -> parts.length == 2)
            .orElseThrow(() -> new IOException(where + ": no target \"" + text + "\""));
    return new Target.Bound(comparison, ExactNumber.read(parts[1]));
  }

  private PointsFormula formula(Points text, String where) throws IOException {
    List<Term> terms = new ArrayList<>();
    for (TermText term : Objects.requireNonNullElse(text.terms(), List.<TermText>of())) {
      terms.add(term(term, where));
    }
    return new PointsFormula(
        number(text.most(), where, "most"), terms, Objects.requireNonNullElse(text.reading(), ""));
  }

  private Term term(TermText text, String where) throws IOException {
    if (text.fixed() != null) {
      return new Term.Fixed(ExactNumber.read(text.fixed()));
    }
    Ratio points = number(text.points(), where, "points");
    if (text.each() != null) {
      return new Term.Each(figure(text.each(), where), points);
    }
    List<Measure.Share> shares = new ArrayList<>();
    for (Measured share : Objects.requireNonNullElse(text.proRata(), List.<Measured>of())) {
      shares.add(new Measure.Share(figure(share.counted(), where), figure(share.of(), where)));
    }
    return new Term.ProRata(
        shares,
        number(text.none(), where, "none"),
        number(text.all(), where, "all"),
        points,
        Term.Vacant.ofId(required(text.vacant(), where, "vacant"))
            .orElseThrow(() -> new IOException(where + ": no vacant " + text.vacant())));
  }

  private static Ratio number(@Nullable String text, String where, String field)
      throws IOException {
    return ExactNumber.read(required(text, where, field));
  }

  private static LocalDate day(String text, String where) throws IOException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IOException(where + ": " + text + " is no day such as 2023-10-31", e);
    }
  }

  private static String required(@Nullable String text, String where, String field)
      throws IOException {
    if (text == null || text.isBlank()) {
      throw new IOException(where + ": give " + field);
    }
    return text;
  }
}
