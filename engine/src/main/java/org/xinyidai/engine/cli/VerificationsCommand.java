package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.verification.TransferFile;
import org.xinyidai.engine.verification.VerificationCounts;
import org.xinyidai.engine.verification.VerificationDesk;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.verification.Decision;
import org.xinyidai.models.verification.Turn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Real names: what is under way, the list of small transfers, the bank's results, decisions. */
@Command(
    name = "verifications",
    mixinStandardHelpOptions = true,
    description = "实名认证: count enterprises; export transfers, import results, decide.")
final class VerificationsCommand implements Callable<Integer> {
  private static final String OWNER_ONLY = "rw-------";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      VerificationCounts counts =
          VerificationCounts.of(
              platform.store(), new Accounts(platform.store(), new SecureRandom()));
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "registered 注册 %,d; verified 实名 %,d; surviving 存续 %,d, of them verified %,d%n",
          counts.registered(), counts.verified(), counts.surviving(), counts.verifiedSurviving());
      counts
          .kinds()
          .forEach(
              (kind, of) ->
                  out.printf(
                      "  %s: surviving %,d, verified %,d%n", kind, of.surviving(), of.verified()));
    }
    return 0;
  }

  @Command(
      name = "export",
      description =
          "write the transfers to be made, CSV or XLSX by the name, readable by you alone")
  int export(
      @Mixin ExistingState from,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to")
          Path out)
      throws IOException {
    try (Platform platform = from.open()) {
      TransferFile transfers = new TransferFile(platform.store(), desk(platform));
      Files.deleteIfExists(out);
      Files.createFile(
          out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      try (OutputStream file = Files.newOutputStream(out)) {
        transfers.write(file, String.valueOf(out.getFileName()).endsWith(".xlsx"));
      }
      spec.commandLine()
          .getOut()
          .printf("transfers 待打款 %d: %s%n", transfers.table().rows().size(), out);
    }
    return 0;
  }

  @Command(name = "import", description = "take the bank's results: CSV with uscc, result")
  int take(
      @Mixin ExistingState into,
      @Parameters(paramLabel = "FILE", description = "result is sent or failed") Path file)
      throws IOException {
    try (Platform platform = into.open()) {
      TransferFile.Taken taken = new TransferFile(platform.store(), desk(platform)).read(file);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "sent 已打款 %d, failed 未成功 %d, not taken 未处理 %d%n",
          taken.sent(), taken.failed(), taken.faults().size());
      taken.faults().forEach(fault -> out.println("  " + fault));
    }
    return 0;
  }

  @Command(name = "decide", description = "decide of one enterprise, with a note")
  int decide(
      @Mixin ExistingState of,
      @Option(names = "--uscc", required = true, paramLabel = "CODE", description = "of whom")
          String code,
      @Option(
              names = "--decision",
              required = true,
              paramLabel = "WHAT",
              description = "proceed, verify, refuse or reopen")
          String what,
      @Option(names = "--note", required = true, paramLabel = "TEXT", description = "why")
          String note) {
    Uscc uscc = Codes.uscc(code);
    Decision decision =
        Decision.ofId(what)
            .orElseThrow(() -> new Failure("--decision takes proceed, verify, refuse or reopen"));
    try (Platform platform = of.open()) {
      VerificationDesk desk = desk(platform);
      Optional<Turn> turn =
          platform.store().execute(changes -> desk.decide(changes, uscc, decision, note));
      if (turn.isEmpty()) {
        throw new Failure(uscc + " never filed; only verify can be decided of it");
      }
      if (turn.get() instanceof Turn.Barred barred) {
        throw new Failure(uscc + ": " + barred.bar().en());
      }
      spec.commandLine()
          .getOut()
          .printf("%s %s%n", uscc, ((Turn.Taken) turn.get()).after().state().titleZh());
    }
    return 0;
  }

  private static VerificationDesk desk(Platform platform) {
    return new VerificationDesk(platform.store(), new SecureRandom());
  }
}
