package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;

/** The monthly file of a lender at the operator's terminal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LenderReportCommandTest {
  @TempDir Path folder;
  private Path state;
  private Path file;

  @BeforeEach
  void prepare() throws IOException {
    state = folder.resolve("state");
    file = folder.resolve("october.csv");
    try (Platform platform = Platform.open(state, InstantSource.system())) {
      new Accounts(platform.store(), new SecureRandom()).issue(Role.BANK, "bank", "abc");
    }
    Files.writeString(
        file,
        """
        报送行编号,统一社会信用代码,合同编号,合同签订日期,备用列
        L-1,91350100M000100Y43,C-1,2026-10-09,x
        L-2,91350100M000100Y44,C-2,2026-10-09,x
        """);
  }

  @Test
  void every_line_is_answered_with_its_field_and_reason_and_a_repeat_is_the_same_batch() {
    Terminal first = report("abc", "2026-10");
    assertEquals(0, first.exitCode(), first.err());
    assertTrue(first.out().contains("不一致: 1") && first.out().contains("退回: 1"), first.out());
    assertTrue(first.out().contains("第3行 退回 统一社会信用代码"), first.out());
    assertTrue(first.out().contains("平台外发放的请办理认领"), first.out());
    assertTrue(first.out().contains("备用列"), first.out());
    assertEquals(first.out(), report("abc", "2026-10").out());
  }

  @Test
  void an_unknown_lender_or_file_is_told_in_one_line() throws IOException {
    Terminal unknown = report("xyz", "2026-10");
    assertEquals(1, unknown.exitCode());
    assertTrue(unknown.complainsInOneLine(), unknown.err());
    Files.writeString(file, "a,b\n1,2\n");
    Terminal foreign = report("abc", "2026-10");
    assertEquals(1, foreign.exitCode());
    assertTrue(foreign.err().contains("模板"), foreign.err());
  }

  @Test
  void the_list_of_those_behind_is_dry_until_it_is_sent() {
    Terminal list = Terminal.type("notices", "--state", state.toString());
    assertEquals(0, list.exitCode(), list.err());
    assertTrue(list.out().contains("落后事项 behind: 0"), list.out());
    Terminal sent = Terminal.type("notices", "--state", state.toString(), "--send");
    assertTrue(sent.out().contains("已发 sent: 0"), sent.out());
  }

  private Terminal report(String lender, String month) {
    return Terminal.type(
        "lender-report",
        "--state",
        state.toString(),
        "--file",
        file.toString(),
        "--lender",
        lender,
        "--month",
        month);
  }
}
