package org.xinyidai.connectors.uptake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pack as it stands in its file (考核方案原文), before anything in it is checked. */
record PackText(
    @Nullable String id,
    @Nullable String zh,
    @Nullable String en,
    @Nullable String document,
    @Nullable String dated,
    @Nullable List<Item> items,
    @Nullable List<String> notes) {

  record Item(
      @Nullable String id,
      @Nullable String requirement,
      @Nullable String section,
      @Nullable String zh,
      @Nullable String en,
      @Nullable Measured measure,
      @Nullable String target,
      @Nullable String period,
      @Nullable String deadline,
      @Nullable Points points,
      @Nullable String item,
      @Nullable String quote,
      @Nullable List<String> notes) {}

  /** A figure, or a figure of another. */
  record Measured(@Nullable String counted, @Nullable String of) {}

  record Points(@Nullable String most, @Nullable List<TermText> terms, @Nullable String reading) {}

  /** One of three forms: pro rata, for each, fixed. */
  record TermText(
      @Nullable List<Measured> proRata,
      @Nullable String none,
      @Nullable String all,
      @Nullable String vacant,
      @Nullable String each,
      @Nullable String fixed,
      @JsonProperty("points") @Nullable String points) {}
}
