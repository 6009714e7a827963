package org.xinyidai.engine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * One file of settings (配置文件): UTF-8, a {@code key = value} a line, comments behind {@code #}. A
 * line that is wrong is told by file, line and key, and its value is not repeated.
 */
final class SettingsFile {
  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+)\\s*=\\s*(.*)");
  private static final Pattern OPTION = Pattern.compile("--([a-z0-9-]+)");

  /** A file of settings is a page; anything larger is another file. */
  private static final long MOST_BYTES = 1 << 20;

  private final Path file;
  private final Map<String, Line> lines = new TreeMap<>();

  private record Line(int number, String value) {}

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file whose keys are those of the given options.
   *
   * @throws Failure that names the line
   */
  static SettingsFile read(Path file, List<OptionSpec> known) {
    SettingsFile settings = new SettingsFile(file);
    int number = 0;
    for (String line : linesOf(file)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        settings.add(number, text, known);
      }
    }
    return settings;
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(lines.get(key)).map(Line::value);
  }

  /** Where the first option that a complaint names is set here and not on the command line. */
  Optional<String> place(String complaint, List<String> typed) {
    Matcher options = OPTION.matcher(complaint);
    while (options.find()) {
      String option = options.group();
      @Nullable Line line = lines.get(options.group(1));
      if (line != null && typed.stream().noneMatch(word -> word.split("=", 2)[0].equals(option))) {
        return Optional.of(place(line.number(), options.group(1)));
      }
    }
    return Optional.empty();
  }

  private void add(int number, String text, List<OptionSpec> known) {
    Matcher parts = LINE.matcher(text);
    if (!parts.matches()) {
      throw new Failure(file + " line " + number + ": a line is written as key = value");
    }
    String key = parts.group(1);
    if (known.stream().noneMatch(option -> Settings.key(option).equals(key))) {
      throw new Failure(place(number, key) + ": no such key" + nearest(key, known));
    }
    String value = parts.group(2).strip();
    if (value.isEmpty()) {
      throw new Failure(place(number, key) + ": no value; leave the line out for the default");
    }
    @Nullable Line before = lines.put(key, new Line(number, value));
    if (before != null) {
      throw new Failure(place(number, key) + ": set already in line " + before.number());
    }
  }

  private String place(int number, String key) {
    return file + " line " + number + ": " + key;
  }

  private static String nearest(String key, List<OptionSpec> known) {
    String likely =
        NearWord.of(key, known.stream().map(Settings::key).toList())
            .map(word -> "; did you mean " + word + "?")
            .orElse(";");
    return likely + " xyd config shows all";
  }

  private static List<String> linesOf(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Failure(file + ": too large for a file of settings");
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Failure(file + ": cannot be read as text; name a file of settings in UTF-8", e);
    }
  }
}
