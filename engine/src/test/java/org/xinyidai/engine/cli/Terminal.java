package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a person sees after typing a command: the exit code, the answer and the complaint. */
record Terminal(int exitCode, String out, String err) {
  static Terminal type(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Xyd.commandLine(arguments)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = command.execute(arguments);
    return new Terminal(exitCode, out.toString(), err.toString());
  }

  /** Whether the complaint is one line, and so readable. */
  boolean complainsInOneLine() {
    return err.lines().count() == 1;
  }
}
