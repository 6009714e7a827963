package org.xinyidai.engine.cli;

import org.xinyidai.connectors.seal.Primitives;
import org.xinyidai.connectors.seal.SelfTest;
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
      TargetsCommand.class,
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
      ApplicationsCommand.class,
      FunnelCommand.class,
      ReportCommand.class,
      CalendarCommand.class,
      TendCommand.class,
      LenderReportCommand.class,
      NoticesCommand.class,
      FeedbackCommand.class,
      RelayCommand.class,
      RetentionCommand.class,
      ModelsCommand.class,
      MonitorCommand.class,
      AdviceCommand.class,
      MatchCommand.class,
      ScreenCommand.class,
      ProductsCommand.class,
      PoliciesCommand.class,
      DemandsCommand.class,
      MatchDayCommand.class,
      AccountsCommand.class,
      OrganisationsCommand.class,
      VerificationsCommand.class,
      SignCommand.class,
      AuditCommand.class,
      ConfigCommand.class,
      KeysCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReferenceNodeCommand.class,
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
    return act.during(() -> commandLine(arguments).execute(arguments));
  }

  /**
   * The command for a person, with the ciphers of the platform.
   *
   * @param arguments that it is about to be given; they may name a file of settings
   */
  static CommandLine commandLine(String... arguments) {
    return commandLine(new SelfTest(Primitives.ofPlatform()), arguments);
  }

  /** The command with the handlers that turn every failure into one line. */
  static CommandLine commandLine(SelfTest ciphers, String... arguments) {
    Settings settings = Settings.namedIn(arguments);
    OneLineErrors errors = new OneLineErrors(settings);
    return new CommandLine(new Xyd())
        .setDefaultValueProvider(settings)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setExecutionStrategy(new SoundCiphers(ciphers));
  }
}
