package org.xinyidai.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.demo.DemoState;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.ChinaTime;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A state that must be there already, and the two clocks by which it is asked. */
final class ExistingState {

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "the day to state the answer for (default: today, or the demonstration's day)")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "use what was known by then, such as 2024-03-04T01:00:00Z (default: all)")
  private @Nullable Instant knownAt;

  Path folder() {
    return state.folder;
  }

  /** Opens the state; a folder without one is a mistake, not a new platform. */
  Platform open() {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new Failure(
          folder + ": no such state folder; check --state, or fill one with xyd ingest or demo");
    }
    return state.open();
  }

  LocalDate asOf(Platform platform) {
    return asOf != null ? asOf : usualDay(platform);
  }

  Instant knownAt(Platform platform) {
    return knownAt == null ? platform.store().instant() : knownAt;
  }

  /** Whether neither another day nor an earlier knowledge is asked for. */
  boolean isOfNow() {
    return asOf == null && knownAt == null;
  }

  /** The day of a demonstration whose data ends on one, else today in China. */
  static LocalDate usualDay(Platform platform) {
    return DemoState.find(platform.store())
        .map(DemoState::asOf)
        .filter(day -> !day.isEmpty())
        .map(LocalDate::parse)
        .orElseGet(() -> ChinaTime.dayOf(platform.clock().instant()));
  }
}
