package org.xinyidai.engine.cli;

import org.xinyidai.connectors.seal.SelfTest;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command only when every cipher gives the answer of its standard; help needs none. */
final class SoundCiphers implements IExecutionStrategy {
  private final SelfTest ciphers;

  SoundCiphers(SelfTest ciphers) {
    this.ciphers = ciphers;
  }

  @Override
  public int execute(ParseResult parsed) {
    if (!isHelp(parsed)) {
      String fault = ciphers.firstFault().orElse("");
      if (!fault.isEmpty()) {
        CommandLine command = parsed.commandSpec().commandLine();
        command
            .getErr()
            .println(
                "xyd: the start-up test of "
                    + fault
                    + " failed 密码算法自检未通过: nothing was started; use an intact installation");
        return ExitCode.SOFTWARE;
      }
    }
    return new RunLast().execute(parsed);
  }

  private static boolean isHelp(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      if (last.isUsageHelpRequested() || last.isVersionHelpRequested()) {
        return true;
      }
      last = last.subcommand();
    }
    return last.isUsageHelpRequested()
        || last.isVersionHelpRequested()
        || last.commandSpec().helpCommand();
  }
}
