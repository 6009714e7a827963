package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.xinyidai.engine.arrears.ArrearsDesk;
import org.xinyidai.engine.arrears.ArrearsDesk.Sending;
import org.xinyidai.engine.arrears.ArrearsDesk.Standing;
import org.xinyidai.engine.arrears.ArrearsNotice;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists sources and lenders that are behind; with an option sends them their notices. */
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    description =
        "督促通知 List sources and lenders that are behind, in what, since when and by which rule; with"
            + " --send give notice, each matter and level once.")
final class NoticesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--send", description = "send what is due; without it nothing is changed")
  private boolean sends;

  @Option(
      names = "--by",
      defaultValue = "主管部门",
      paramLabel = "OFFICE",
      description = "who sends (default: ${DEFAULT-VALUE})")
  private String by = "主管部门";

  @Option(names = "--note", defaultValue = "", description = "a sentence for the recipients")
  private String note = "";

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      Accounts accounts = new Accounts(platform.store(), new SecureRandom());
      Loans loans = Loans.of(platform, accounts);
      ArrearsDesk desk = ArrearsDesk.of(platform, loans, accounts);
      PrintWriter out = spec.commandLine().getOut();
      if (sends) {
        sent(out, desk.send(new Sending(Set.of(), by, note, loans.today())));
      } else {
        list(out, desk.list(loans.today()), loans.today());
      }
      out.flush();
    }
    return 0;
  }

  private static void list(PrintWriter out, List<Standing> standings, LocalDate today) {
    long due = standings.stream().filter(one -> one.isDue(today)).count();
    out.printf("落后事项 behind: %d, 可发 due: %d%n", standings.size(), due);
    for (Standing one : standings) {
      out.printf(
          "  %s  %s  自%s起  %s  已发 %s  下一级 %s%n",
          one.matter().organisation(),
          one.matter().rule().titleZh(),
          one.matter().since(),
          one.matter().detail(),
          one.sent() == null ? "无" : one.sent().titleZh(),
          one.next() == null ? "无" : one.next().titleZh() + "（" + one.from() + "起）");
    }
  }

  private static void sent(PrintWriter out, List<ArrearsNotice> notices) {
    out.printf("已发 sent: %d%n", notices.size());
    for (ArrearsNotice one : notices) {
      out.printf(
          "  【%s】%s  %s%n",
          one.level().titleZh(), one.matter().organisation(), one.matter().detail());
    }
  }
}
