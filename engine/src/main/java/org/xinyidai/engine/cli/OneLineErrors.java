package org.xinyidai.engine.cli;

import java.io.PrintWriter;
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

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(oneLine(String.valueOf(wrong.getMessage())) + "; see: xyd help " + nameOf(command));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
    String line = Failures.explain(failed);
    if (line.isEmpty()) {
      LOG.error("{} failed", command.getCommandName(), failed);
      line = "internal error: the trace above belongs in a report to the maintainers";
    }
    command.getErr().println("xyd " + command.getCommandName() + ": " + oneLine(line));
    return ExitCode.SOFTWARE;
  }

  private static String nameOf(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName();
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
