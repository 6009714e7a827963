package org.xinyidai.engine.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.xinyidai.engine.store.Store;

/**
 * The backups that a serving platform makes of itself (在线备份集), each in a folder named by its moment
 * in UTC, below one folder that the operator chose: whoever asks over HTTP names no path.
 */
public final class Backups {
  /** Names the folder for all backups of a process. */
  public static final String VARIABLE = "XYD_BACKUP_FOLDER";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Store store;
  private final Path folder;

  public Backups(Store store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * The folder that the environment names, else the state's name with {@code .backups} beside it.
   */
  public static Path usual(Path state) {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    Path whole = state.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + ".backups");
  }

  /** A finished backup. */
  public record Kept(String name, Instant at, long bytes, String sm3) {}

  /**
   * Makes a backup.
   *
   * @param at names it
   * @throws UncheckedIOException when the disk does not take it
   */
  public Kept make(Instant at, LongConsumer told) {
    String name = NAME.format(at);
    try {
      Files.createDirectories(folder);
      return kept(name, new Backup(store).write(folder.resolve(name), Optional.empty(), told));
    } catch (IOException e) {
      throw new UncheckedIOException("the backup cannot be written: " + e.getMessage(), e);
    }
  }

  /** The finished ones, the oldest first. */
  public List<Kept> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(Manifest.FILE)))
          .filter(entry -> !String.valueOf(entry.getFileName()).endsWith(Folders.DRAFT))
          .sorted()
          .map(Backups::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of backups cannot be read", e);
    }
  }

  private static Kept read(Path backup) {
    try {
      return kept(String.valueOf(backup.getFileName()), Manifest.read(backup, ""));
    } catch (IOException e) {
      throw new UncheckedIOException("a backup cannot be read", e);
    }
  }

  private static Kept kept(String name, Manifest manifest) {
    return new Kept(name, manifest.at(), manifest.bytes(), manifest.content().sm3());
  }
}
