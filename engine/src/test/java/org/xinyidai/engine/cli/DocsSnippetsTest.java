package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.engine.store.KeyPlace;

/** The commands that the documents show, typed against a small simulated city. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsSnippetsTest {
  private static final String COMMAND = "./xyd ";

  /** Files that stand in the folder of the test. */
  private static final List<String> WRITTEN =
      List.of(
          "ratings.csv",
          "codes.csv",
          "quality.xlsx",
          "report.xlsx",
          "rejected.csv",
          "keys/audit.sm2",
          "audit-head.json",
          "transfers.csv",
          "results.csv",
          "backups/first",
          "keys/backup.sm2",
          "state/restored",
          "state/platform.key",
          "decisions.csv",
          "new-products.json",
          "policies.json",
          "plan.csv",
          "state/node",
          "state/node.json",
          "state/partner",
          "state/partner.json");

  @TempDir static Path folder;

  private static Path city;
  private static Terminal demo;

  @BeforeAll
  static void a_city_is_simulated() throws IOException {
    city = folder.resolve("city");
    demo =
        Terminal.type(
            "demo", "--enterprises", "600", "--seed", "7", "--no-serve", "--state", text(city));
    Files.createDirectory(folder.resolve("drop"));
    Files.createDirectory(folder.resolve("state"));
    Files.copy(
        KeyPlace.usual(city),
        folder.resolve("state/platform.key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(
        folder.resolve("ratings.csv"),
        "uscc,grade,publishedOn,year\n91110000600037341L,A,2024-04-10,2023\n");
    Files.writeString(folder.resolve("loans.csv"), GeneratedLoans.csv(400, 3));
    Files.writeString(folder.resolve("rejected.csv"), aYearBefore());
    Files.writeString(folder.resolve("results.csv"), "uscc,result\n");
    Files.writeString(
        folder.resolve("new-products.json"),
        """
        {"products":[{"id":"new-loan","version":1,"nameZh":"新贷","nameEn":"New loan",
         "lender":{"organisation":"new-bank","nameZh":"新银行","nameEn":"New","type":"bank"},
         "amountFen":{"max":300000000},"source":{"document":"示例"},
         "criteria":[{"type":"range","attribute":"age_months","min":24}]}]}""");
    Files.writeString(
        folder.resolve("policies.json"),
        """
        {"tools":[{"id":"compensation-fund","version":1,"nameZh":"风险补偿资金池","nameEn":"Fund",
         "measure":{"type":"compensationFund","balanceFen":5000000000,"shareBp":3000},
         "budgetLeftFen":5000000000,"document":"示例文件"}]}""");
    Files.writeString(
        folder.resolve("decisions.csv"),
        "uscc,lender,decidedOn,approved\n91110000600037341L,某银行,2024-05-20,1\n");
  }

  /** Applicants whom nobody lent to: those of the labels, a year before. */
  private static String aYearBefore() throws IOException {
    return Files.readString(city.resolve("simulated-labels.csv"))
        .lines()
        .map(
            line -> {
              List<String> cells = List.of(line.split(",", -1));
              return cells.get(0).equals("uscc")
                  ? line
                  : cells.get(0) + "," + LocalDate.parse(cells.get(1)).minusYears(1) + ",0";
            })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void those_who_were_refused_are_trained_on_with_a_warning_and_never_judged_on() {
    Terminal terminal =
        Terminal.type(
            arguments(
                "train --state state/platform --labels labels.csv --rejected rejected.csv"
                    + " --name rejected --folds 2"));
    assertEquals(0, terminal.exitCode(), terminal.err());
    assertTrue(terminal.err().contains("样本选择偏差"), terminal.err());
    assertEquals(
        lineWith(demo, "training set").replaceAll(";.*", ""),
        lineWith(terminal, "training set").replaceAll(";.*", ""));
  }

  @Test
  void the_demonstration_says_that_it_is_simulated_and_ends_with_a_summary() {
    assertEquals(0, demo.exitCode(), demo.err());
    for (String word : List.of("simulated", "records", "champion", "scores", "matches")) {
      assertTrue(demo.out().contains(word), word + " is not in: " + demo.out());
    }
  }

  @Test
  void the_demonstration_again_finds_everything_and_adds_nothing() {
    Terminal again =
        Terminal.type(
            "demo", "--enterprises", "600", "--seed", "7", "--no-serve", "--state", text(city));
    assertEquals(0, again.exitCode(), again.err());
    assertEquals(lineWith(demo, "records"), lineWith(again, "records"));
    assertEquals(lineWith(demo, "scores"), lineWith(again, "scores"));
  }

  @Test
  void another_city_is_not_mixed_into_the_same_state() {
    Terminal other =
        Terminal.type(
            "demo", "--enterprises", "601", "--seed", "7", "--no-serve", "--state", text(city));
    assertEquals(1, other.exitCode());
    assertTrue(other.complainsInOneLine(), other.err());
  }

  @Test
  void tokens_are_for_their_owner_alone() throws IOException {
    Path file = city.resolve("demo-accounts.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String accounts = Files.readString(file);
    for (String role : List.of("source", "enterprise", "bank", "office", "admin")) {
      assertTrue(accounts.contains("\"" + role + "\""), role);
    }
  }

  @Test
  void every_command_of_the_operators_page_works_as_it_stands() throws IOException {
    List<String> commands = commands(Path.of("..", "docs", "operators.md"));
    assertFalse(commands.isEmpty());
    for (String command : commands) {
      if (!command.startsWith("serve")) {
        Terminal terminal = Terminal.type(arguments(command));
        assertEquals(0, terminal.exitCode(), command + ": " + terminal.err());
      }
    }
  }

  @Test
  void parties_of_the_integrators_page_get_keys_of_their_own_and_cards_to_hand_over()
      throws IOException {
    List<String> commands =
        commands(Path.of("..", "docs", "integrators.md")).stream()
            .filter(command -> command.startsWith("reference-node keys"))
            .toList();
    assertEquals(2, commands.size());
    for (String command : commands) {
      Terminal terminal = Terminal.type(arguments(command));
      assertEquals(0, terminal.exitCode(), command + ": " + terminal.err());
      assertTrue(terminal.out().contains("signingKey"), terminal.out());
    }
    for (Path key :
        List.of(Path.of("node", "keys", "sign.sm2"), Path.of("partner", "keys", "open.sm2"))) {
      Path file = folder.resolve("state").resolve(key);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals("national", PartyCard.ofFile(folder.resolve("state/node.json")).code());
  }

  /** Words of a command, with the page's folders and files replaced by those of this test. */
  private static String[] arguments(String command) {
    return Stream.of(command.split(" +"))
        .map(word -> word.equals("state/platform") ? text(city) : word)
        .map(word -> WRITTEN.contains(word) ? text(folder.resolve(word)) : word)
        .map(word -> word.startsWith("loans.") ? text(folder.resolve(word)) : word)
        .map(word -> word.equals("FOLDER") ? text(folder.resolve("drop")) : word)
        .map(word -> word.equals("labels.csv") ? text(city.resolve("simulated-labels.csv")) : word)
        .map(word -> word.matches("(training|features)\\.\\w+") ? text(folder.resolve(word)) : word)
        .toArray(String[]::new);
  }

  private static List<String> commands(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith(COMMAND))
        .map(line -> line.substring(COMMAND.length()))
        .toList();
  }

  private static String lineWith(Terminal terminal, String word) {
    return terminal.out().lines().filter(line -> line.startsWith(word)).findFirst().orElseThrow();
  }

  private static String text(Path path) {
    return path.toString();
  }
}
