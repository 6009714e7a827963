package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every failure of a command ends in one clear line on standard error and a code other than 0. */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(OneLineErrors.class);

  private final Settings settings;

  OneLineErrors(Settings settings) {
    this.settings = settings;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        placed(oneLine(String.valueOf(wrong.getMessage())), arguments)
            + "; see: xyd help "
            + nameOf(command));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
    String line = Failures.explain(failed);
    if (line.isEmpty()) {
      LOG.error("{} failed", command.getCommandName(), failed);
      line = "internal error: the trace above belongs in a report to the maintainers";
    }
    String[] arguments = parsed.originalArgs().toArray(String[]::new);
    command
        .getErr()
        .println("xyd " + command.getCommandName() + ": " + placed(oneLine(line), arguments));
    return ExitCode.SOFTWARE;
  }

  /** Where a complaint is about what the file of settings says, it begins with the place. */
  private String placed(String complaint, String... arguments) {
    return settings
        .place(complaint, List.of(arguments))
        .map(place -> place + ": " + complaint)
        .orElse(complaint);
  }

  private static String nameOf(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName();
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
