package org.xinyidai.connectors.uptake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.Figure.Origin;

/**
 * The figures that packs may name (统计口径目录), as JSON: a list of {@code {id, zh, en, population,
 * origin}} with origin {@code platform} or {@code hand}.
 */
public final class FigureCatalogue {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Figure> figures;

  private FigureCatalogue(Map<String, Figure> figures) {
    this.figures = figures;
  }

  private record Line(
      @Nullable String id,
      @Nullable String zh,
      @Nullable String en,
      @Nullable String population,
      @Nullable String origin) {}

  /** The catalogue that comes with the program. */
  public static FigureCatalogue bundled() {
    try (InputStream in = FigureCatalogue.class.getResourceAsStream("figures.json")) {
      return read(Objects.requireNonNull(in, "figures.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalogue; the stream stays open.
   *
   * @throws IOException that names the figure at fault
   */
  public static FigureCatalogue read(InputStream in) throws IOException {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Line line : JSON.readValue(in, new TypeReference<List<Line>>() {})) {
      Figure figure = figure(line);
      if (figures.put(figure.id(), figure) != null) {
        throw new IOException("figure " + figure.id() + " stands twice");
      }
    }
    return new FigureCatalogue(figures);
  }

  private static Figure figure(Line line) throws IOException {
    boolean hand = Origin.HAND.id().equals(line.origin());
    if (line.population() == null || (!hand && !Origin.PLATFORM.id().equals(line.origin()))) {
      throw new IOException(
          "figure " + line.id() + ": give a population and the origin platform or hand");
    }
    try {
      return new Figure(
          String.valueOf(line.id()),
          Objects.requireNonNullElse(line.zh(), ""),
          Objects.requireNonNullElse(line.en(), ""),
          line.population(),
          hand ? Origin.HAND : Origin.PLATFORM);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  public Optional<Figure> find(String id) {
    return Optional.ofNullable(figures.get(id));
  }

  /** All figures in the order of the file. */
  public List<Figure> all() {
    return List.copyOf(figures.values());
  }
}
