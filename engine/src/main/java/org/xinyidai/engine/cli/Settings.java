package org.xinyidai.engine.cli;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The file of settings as the source of what the command line does not say (配置). Its keys are the
 * options of {@code xyd serve}; another command takes those that it shares, declared in the same
 * place; a key means nothing to an option that merely has the same name.
 */
final class Settings implements IDefaultValueProvider {
  /** Means something at a terminal alone. */
  private static final List<String> NOT_SET_IN_FILES = List.of("--help", "--version", "--config");

  private final @Nullable Path file;
  private final List<OptionSpec> known;
  private @Nullable SettingsFile read;

  private Settings(@Nullable Path file) {
    this.file = file;
    known = file == null ? List.of() : known();
  }

  /** Looks for the name of the file alone; whatever else is wrong is told later. */
  static Settings namedIn(String... arguments) {
    Named named = new Named();
    try {
      new CommandLine(named).setUnmatchedArgumentsAllowed(true).parseArgs(arguments);
    } catch (ParameterException e) {
      return new Settings(null);
    }
    return new Settings(named.file);
  }

  /** Every option that may be set in a file, in the order of the help. */
  static List<OptionSpec> known() {
    return new CommandLine(new ServeCommand())
        .getCommandSpec().options().stream()
            .filter(option -> !NOT_SET_IN_FILES.contains(option.longestName()))
            .toList();
  }

  /** The key of an option: its long name without dashes. */
  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (file == null
        || !(argument instanceof OptionSpec option)
        || !(option.userObject() instanceof Field field)
        || known.stream().noneMatch(own -> field.equals(own.userObject()))) {
      return null;
    }
    try {
      return file().value(key(option)).orElse(null);
    } catch (Failure e) {
      CommandLine command = argument.command().commandLine();
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Where the file sets the first option that a complaint names.
   *
   * @param typed on the command line; what stands there is not the file's fault
   * @return empty where the file has no part in it
   */
  Optional<String> place(String complaint, List<String> typed) {
    return read == null ? Optional.empty() : read.place(complaint, typed);
  }

  private SettingsFile file() {
    SettingsFile settings = read;
    if (settings == null) {
      settings = SettingsFile.read(Objects.requireNonNull(file), known);
      read = settings;
    }
    return settings;
  }

  /** The one option that is looked for before all others. */
  @CommandLine.Command
  private static final class Named {
    @Option(names = ConfigOption.NAME)
    private @Nullable Path file;
  }
}
