package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows every setting with its default, made from the options themselves; or checks a file. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Print a file of all settings with their defaults, or check one.")
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "read this file of settings as serve would, and say what is wrong")
  private @Nullable Path file;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (file == null) {
      out.print(SettingsSample.text());
      out.flush();
      return 0;
    }
    String[] typed = {"serve", ConfigOption.NAME, file.toString()};
    CommandLine serve = Xyd.commandLine(typed).setErr(spec.commandLine().getErr());
    serve.setExecutionStrategy(ConfigCommand::check);
    int exitCode = serve.execute(typed);
    if (exitCode == 0) {
      out.println(file + ": 配置有效 every line is right");
    }
    return exitCode;
  }

  private static int check(CommandLine.ParseResult parsed) {
    CommandLine serve = parsed.subcommand().commandSpec().commandLine();
    if (serve.getCommand() instanceof ServeCommand command) {
      try {
        command.check();
      } catch (Failure e) {
        throw new CommandLine.ExecutionException(serve, String.valueOf(e.getMessage()), e);
      }
    }
    return 0;
  }
}
