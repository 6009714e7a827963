package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.demo.DemoState;
import org.xinyidai.engine.filing.FileForm;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.filing.ReportContent;
import org.xinyidai.engine.filing.ReportFile;
import org.xinyidai.engine.filing.ReportSubject;
import org.xinyidai.engine.filing.Tongue;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.calendar.FilingPeriod;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.uptake.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The office's report of a month, quarter or year, as a workbook or a print. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    subcommands = ReportVerifyCommand.class,
    description =
        "月报、季报、年报 Make the report of a pack of targets as .xlsx or .pdf; without --out list its"
            + " items. The same data gives the same bytes.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(
      names = "--pack",
      paramLabel = "ID",
      defaultValue = "genhe-2023",
      description = "targets of which document (default: ${DEFAULT-VALUE})")
  private String pack = "genhe-2023";

  @Option(
      names = "--period",
      paramLabel = "KIND",
      defaultValue = "month",
      description = "month, quarter or year in which the day lies (default: ${DEFAULT-VALUE})")
  private FilingPeriod.Kind kind = FilingPeriod.Kind.MONTH;

  @Option(
      names = "--office",
      paramLabel = "NAME",
      defaultValue = "信易贷工作主管部门",
      description = "who reports, as it stands on the cover (default: ${DEFAULT-VALUE})")
  private String office = "信易贷工作主管部门";

  @Option(names = "--english", description = "in English; what is filed is Chinese")
  private boolean english;

  @Option(names = "--out", paramLabel = "FILE", description = "the file, .xlsx or .pdf")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    FileForm form = file == null ? FileForm.XLSX : form(file);
    try (Platform platform = state.open()) {
      Office services = OpenOffice.of(platform);
      TargetPack targets = pack(services);
      LocalDate asOf = state.asOf(platform);
      ReportSubject subject =
          new ReportSubject(targets, FilingPeriod.of(kind, asOf), asOf, office, "");
      boolean simulated = DemoState.find(platform.store()).filter(DemoState::simulated).isPresent();
      ReportContent content = services.reports().content(subject, simulated, "");
      PrintWriter out = spec.commandLine().getOut();
      print(out, content);
      if (file != null) {
        byte[] bytes = ReportFile.of(content, form, english ? Tongue.EN : Tongue.ZH);
        Files.write(file, bytes);
        out.printf("%s  %d bytes  SM3 %s%n", file, bytes.length, Sm3.of(bytes));
      }
      out.flush();
    }
    return 0;
  }

  private static FileForm form(Path file) {
    String name = file.toString();
    return FileForm.ofEnding(name.substring(name.lastIndexOf('.') + 1))
        .orElseThrow(
            () -> new Failure(file + ": the name given to --out must end in .xlsx or .pdf"));
  }

  private TargetPack pack(Office services) {
    return services
        .reports()
        .assessments()
        .pack(pack)
        .orElseThrow(
            () ->
                new Failure(
                    pack
                        + ": no such pack; known are "
                        + services.reports().assessments().packs().stream()
                            .map(TargetPack::id)
                            .collect(Collectors.joining(", "))));
  }

  private static void print(PrintWriter out, ReportContent content) {
    out.printf(
        "%s  %s  截至 as of %s  已知得分 points known %s / %s%n",
        content.subject().pack().name().zh(),
        content.subject().period().titleZh(),
        content.subject().asOf(),
        Words.plain(content.assessment().points()),
        Words.plain(content.assessment().known()));
    for (ItemResult result : content.assessment().items()) {
      out.printf(
          "  %s  %s  %s  %s%n",
          result.item().id(),
          result.item().name().zh(),
          result.known().map(Words::share).orElse("未知 unknown"),
          result.verdict().titleZh());
    }
  }
}
