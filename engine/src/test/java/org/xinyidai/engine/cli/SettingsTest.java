package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
  private static final Path SAMPLE = Path.of("../docs/xyd.conf");

  @TempDir private Path folder;

  @Test
  void the_sample_in_the_documents_is_what_the_command_prints() throws IOException {
    Terminal terminal = Terminal.type("config");
    if (Boolean.getBoolean("xinyidai.write")) {
      Files.writeString(SAMPLE, terminal.out());
    }
    assertEquals(0, terminal.exitCode());
    assertEquals(
        terminal.out(),
        Files.readString(SAMPLE),
        "docs/xyd.conf is stale; write it by: ./xyd config > docs/xyd.conf");
  }

  @Test
  void every_option_of_serve_is_in_the_sample_with_its_default() {
    List<String> sample = SettingsSample.text().lines().toList();
    CommandSpec serve = new CommandLine(new ServeCommand()).getCommandSpec();
    for (OptionSpec option : serve.options()) {
      String name = option.longestName().substring(2);
      if (!List.of("help", "version", "config").contains(name)) {
        String start = "#" + name + " = ";
        String standard = option.defaultValue() == null ? "" : option.defaultValue();
        assertTrue(sample.stream().anyMatch(line -> line.startsWith(start + standard)), name);
      }
    }
  }

  @Test
  void the_sample_with_every_default_put_in_force_is_accepted() throws IOException {
    StringBuilder all = new StringBuilder();
    for (OptionSpec option : Settings.known()) {
      if (option.defaultValue() != null) {
        all.append(Settings.key(option)).append(" = ").append(option.defaultValue()).append('\n');
      }
    }
    Terminal terminal = check(all.toString());
    assertEquals(0, terminal.exitCode(), terminal.err());
  }

  @Test
  void secrets_are_named_by_their_files() {
    for (OptionSpec option : Settings.known()) {
      if (option.longestName().matches(".*(secret|token|key|password$|pin$).*")) {
        assertEquals(Path.class, option.type(), option.longestName());
      }
    }
  }

  @Test
  void a_file_says_what_the_command_line_does_not_and_the_command_line_wins() throws IOException {
    Path file = write("port = 23456\nhost = localhost\n");
    CommandLine typed = Xyd.commandLine("serve", "--config", file.toString(), "--port", "7");
    CommandLine.ParseResult serve =
        typed.parseArgs("serve", "--config", file.toString(), "--port", "7").subcommand();

    assertEquals(7, (int) serve.commandSpec().findOption("--port").getValue());
    assertEquals("localhost", serve.commandSpec().findOption("--host").getValue());
    assertEquals(500, (int) serve.commandSpec().findOption("--rate").getValue());
  }

  @Test
  void other_commands_take_the_keys_that_they_share() throws IOException {
    Path state = folder.resolve("elsewhere");
    String file = write("state = " + state + "\ndrop = /nowhere\n").toString();
    Path rows = Files.writeString(folder.resolve("r.csv"), "uscc,grade,publishedOn,year\n");
    // The drop folder of serve is another thing than that of ingest, which would refuse both.
    Terminal ingest =
        Terminal.type("ingest", "--config", file, "--feed", "tax_rating", rows.toString());
    assertEquals(0, ingest.exitCode(), ingest.err());
    assertTrue(Files.isDirectory(state));
    Terminal listed = Terminal.type("products", "--config", file);
    assertEquals(0, listed.exitCode(), listed.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prot = 1|line 2: prot: no such key; did you mean port?",
        "wholly-unknown-key = 1|line 2: wholly-unknown-key: no such key",
        "port = many|line 2: port: Invalid value for option '--port'",
        "port = 70000|line 2: port: --port must lie between 0 and 65535",
        "rate = 0|line 2: rate: --rate must lie between",
        "passwords = none|line 2: passwords: --passwords takes",
        "log = xml|line 2: log: Invalid value for option '--log'",
        "traces = nowhere|line 2: traces: --traces takes an address",
        "port =|line 2: port: no value",
        "port|line 2: a line is written as key = value",
      })
  void what_is_wrong_is_told_in_one_line_with_file_line_and_key(String line, String complaint)
      throws IOException {
    Terminal checked = check("# settings\n" + line + "\n");
    assertFalse(checked.exitCode() == 0, line);
    assertTrue(checked.complainsInOneLine(), checked.err());
    assertTrue(checked.err().contains("xyd.conf " + complaint), checked.err());

    Path state = folder.resolve("state");
    Terminal served =
        Terminal.type(
            "serve",
            "--state",
            state.toString(),
            "--config",
            folder.resolve("xyd.conf").toString());
    assertFalse(served.exitCode() == 0);
    assertTrue(served.err().contains("xyd.conf " + complaint), served.err());
    assertFalse(Files.exists(state), "nothing is opened before the settings are right");
  }

  @Test
  void a_key_that_is_set_twice_is_refused() throws IOException {
    Terminal terminal = check("port = 1\n\nport = 2\n");
    assertTrue(terminal.err().contains("line 3: port: set already in line 1"), terminal.err());
  }

  @Test
  void a_fault_of_the_command_line_is_not_put_on_the_file() throws IOException {
    Path file = write("port = 1\n");
    Terminal terminal = Terminal.type("serve", "--config", file.toString(), "--port=x");
    assertTrue(terminal.err().startsWith("Invalid value for option '--port'"), terminal.err());
  }

  @Test
  void what_an_unknown_key_was_set_to_is_not_repeated() throws IOException {
    Terminal terminal = check("tls-passphrase-of-mine = canary-4711\n");
    assertFalse(terminal.exitCode() == 0);
    assertFalse(terminal.err().contains("canary"), terminal.err());
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Terminal terminal = Terminal.type("serve", "--config", folder.resolve("none.conf").toString());
    assertFalse(terminal.exitCode() == 0);
    assertTrue(terminal.complainsInOneLine(), terminal.err());
    assertTrue(terminal.err().contains("none.conf"), terminal.err());
  }

  private Terminal check(String text) throws IOException {
    return Terminal.type("config", "--check", write(text).toString());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("xyd.conf"), text);
  }
}
