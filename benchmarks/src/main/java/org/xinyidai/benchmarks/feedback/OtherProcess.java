package org.xinyidai.benchmarks.feedback;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process beside this one that says on its first lines on which port it listens. */
final class OtherProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("(?:port |127\\.0\\.0\\.1:)(\\d+)");

  private final Process process;
  private final int port;

  private OtherProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static OtherProcess start(String main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return new OtherProcess(process, Integer.parseInt(port.group(1)));
      }
    }
    throw new IOException(main + " ended before it listened");
  }

  int port() {
    return port;
  }

  /** Processor time that it has used. */
  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
