package org.xinyidai.engine.cli;

import org.xinyidai.engine.store.Act;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code xyd}: everything that can be done without a browser. */
@Command(
    name = "xyd",
    description = "信易贷 credit-based lending: records to features, scores, matches.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      IngestCommand.class,
      RejectionsCommand.class,
      ResolveCommand.class,
      CodesCommand.class,
      CleanCommand.class,
      QualityCommand.class,
      FiguresCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      TrainingSetCommand.class,
      FeaturesCommand.class,
      DriftCommand.class,
      BackfillCommand.class,
      WarningsCommand.class,
      ScoreCommand.class,
      ExplainCommand.class,
      ReplayCommand.class,
      TouchedCommand.class,
      ObjectionsCommand.class,
      RetentionCommand.class,
      ModelsCommand.class,
      MonitorCommand.class,
      AdviceCommand.class,
      MatchCommand.class,
      ProductsCommand.class,
      PoliciesCommand.class,
      DemandsCommand.class,
      MatchDayCommand.class,
      AccountsCommand.class,
      AuditCommand.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    footer = "  test        Set up and run every test (by the launcher ./xyd).",
    version = "xinyidai 0.1.0")
public final class Xyd {
  private Xyd() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command and returns its exit code: 0 done, 1 failed with one line, 2 wrong usage. */
  static int run(String... arguments) {
    String command = arguments.length == 0 ? "" : " " + arguments[0];
    Act act =
        new Act("os:" + System.getProperty("user.name", "?"), "operator", "", "xyd" + command, "");
    return act.during(() -> commandLine().execute(arguments));
  }

  /** The command with the handlers that turn every failure into one line. */
  static CommandLine commandLine() {
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new Xyd())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}
