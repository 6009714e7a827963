package org.xinyidai.benchmarks.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own Java files, read as text: what the tidy rules look at. */
final class SourceTree {
  static final List<String> MODULES = List.of("models", "connectors", "engine", "benchmarks");

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?org\\.xinyidai\\.([a-z]+\\.[a-z]+)\\.", Pattern.MULTILINE);

  /** One Java file: where it is, whose room it belongs to, and its text. */
  record Source(Path path, String module, String room, boolean test, String text) {
    long lines() {
      return text.lines().count();
    }

    /** Rooms of this project that the file imports, as {@code module.room}. */
    Collection<String> importedRooms() {
      Collection<String> rooms = new TreeSet<>();
      Matcher matcher = IMPORT.matcher(text);
      while (matcher.find()) {
        rooms.add(matcher.group(1));
      }
      return rooms;
    }
  }

  private SourceTree() {}

  /** The project's top folder: the parent of the module in which tests run. */
  static Path top() {
    return Path.of("").toAbsolutePath().getParent();
  }

  static List<Source> all() {
    List<Source> sources = new ArrayList<>();
    for (String module : MODULES) {
      for (String kind : List.of("main", "test")) {
        Path root = top().resolve(module).resolve("src").resolve(kind).resolve("java");
        if (Files.isDirectory(root)) {
          collect(root, module, kind.equals("test"), sources);
        }
      }
    }
    return sources;
  }

  static List<Source> main() {
    return all().stream().filter(source -> !source.test()).toList();
  }

  /** For each {@code module.room}, the rooms it imports. */
  static Map<String, Collection<String>> imports() {
    Map<String, Collection<String>> imports = new TreeMap<>();
    for (Source source : main()) {
      imports
          .computeIfAbsent(source.module() + "." + source.room(), room -> new TreeSet<>())
          .addAll(source.importedRooms());
    }
    return imports;
  }

  private static void collect(Path root, String module, boolean test, List<Source> into) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        Path inside = root.relativize(file);
        String room = inside.getNameCount() > 4 ? inside.getName(3).toString() : "";
        into.add(new Source(file, module, room, test, Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
