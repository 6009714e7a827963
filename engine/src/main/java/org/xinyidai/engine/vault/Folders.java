package org.xinyidai.engine.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: what files lie in one, away with one, a name for a finished one. */
final class Folders {
  /** Ends the name of a folder that is not finished. */
  static final String DRAFT = ".partial";

  private Folders() {}

  /** Files below a folder as paths with slashes, in order; none where there is no folder. */
  static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Deletes a folder with all in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /** The name under which a folder is filled before it gets its own. */
  static Path draft(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + DRAFT);
  }

  /** Gives a finished folder its name, and has both on the disk. */
  static void finish(Path draft, Path folder) throws IOException {
    force(draft);
    Path whole = folder.toAbsolutePath().normalize();
    Files.move(draft, whole);
    Path parent = whole.getParent();
    if (parent != null) {
      force(parent);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
