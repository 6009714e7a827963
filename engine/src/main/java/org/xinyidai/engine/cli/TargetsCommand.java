package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.HandFigures;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.Forecast;
import org.xinyidai.models.uptake.Gap;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.Measure;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;
import org.xinyidai.models.uptake.Trend;
import org.xinyidai.models.uptake.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Targets of the office: a pack as of a day, the trend of an item, figures entered by hand. */
@Command(
    name = "targets",
    mixinStandardHelpOptions = true,
    description = "考核指标: judge a pack as of a day, show an item's trend, enter figures by hand.")
final class TargetsCommand implements Callable<Integer> {
  private static final int LONGEST_EVIDENCE = 500;
  private static final int MONTHS = 12;
  private static final double PERCENT = 100.0;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--pack", paramLabel = "ID", description = "such as genhe-2023; none lists them")
  private @Nullable String pack;

  @Option(
      names = "--district",
      paramLabel = "DIGITS",
      defaultValue = "",
      description = "beginning digits of a division code")
  private String district = "";

  @Option(names = "--item", paramLabel = "ID", description = "its trend and forecast instead")
  private @Nullable String item;

  @Option(names = "--until", paramLabel = "DAY", description = "to forecast; default: its deadline")
  private @Nullable LocalDate until;

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      UptakeDesk desk = new UptakeDesk(platform);
      if (pack == null) {
        desk.packs()
            .forEach(one -> say("%s\t%s\t%s".formatted(one.id(), one.name().zh(), one.document())));
        return 0;
      }
      TargetPack chosen =
          desk.pack(pack)
              .orElseThrow(() -> new Failure("no pack " + pack + "; xyd targets lists them"));
      Asked asked = new Asked(state.asOf(platform), district);
      if (item == null) {
        print(desk.assess(chosen, asked));
      } else {
        TargetItem one =
            chosen.item(item).orElseThrow(() -> new Failure(pack + " has no item " + item));
        print(desk.trend(one, asked, MONTHS, until));
      }
    }
    return 0;
  }

  @Command(name = "set", description = "enter a figure by hand; without a value take it back")
  int set(
      @Mixin ExistingState known,
      @Parameters(paramLabel = "FIGURE", description = "such as population") String name,
      @Option(names = "--value", paramLabel = "NUMBER", description = "a whole number")
          @Nullable Long value,
      @Option(names = "--day", required = true, paramLabel = "DAY", description = "it holds from")
          LocalDate day,
      @Option(names = "--evidence", required = true, description = "what it rests on")
          String evidence,
      @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who enters")
          String by,
      @Option(names = "--of-district", defaultValue = "", description = "digits; default: all")
          String of) {
    if ((value != null && value < 0)
        || evidence.isBlank()
        || evidence.length() > LONGEST_EVIDENCE) {
      throw new Failure("give a value from 0 and evidence of at most 500 characters");
    }
    try (Platform platform = known.open()) {
      UptakeDesk desk = new UptakeDesk(platform);
      Figure figure =
          desk.figures()
              .find(name)
              .filter(one -> one.origin() == Figure.Origin.HAND)
              .orElseThrow(() -> new Failure(name + " is no figure to enter by hand"));
      HandFigures.Draft draft = new HandFigures.Draft(figure, of, day, value, evidence);
      platform.store().execute(changes -> desk.hand().enter(changes, draft, by));
      say("%s %s = %s".formatted(day, figure.nameZh(), value == null ? "撤回" : value));
    }
    return 0;
  }

  private void print(Assessment assessment) {
    say("# %s %s".formatted(assessment.pack().name().zh(), assessment.asOf()));
    say("编号\t指标\t数值\t目标\t结论\t得分\t满分\t来源\t差距");
    assessment.items().forEach(result -> say(line(result)));
    Ratio most = assessment.pack().most();
    if (most.compareTo(Ratio.ZERO) > 0) {
      say(
          "得分 points %s of %s known, %s in all"
              .formatted(
                  Words.plain(assessment.points()),
                  Words.plain(assessment.known()),
                  Words.plain(most)));
    }
    assessment.pack().notes().forEach(note -> say("注: " + note));
  }

  private static String line(ItemResult result) {
    TargetItem item = result.item();
    return String.join(
        "\t",
        item.id(),
        item.name().zh(),
        result.known().map(item::shown).orElse("未知"),
        item.targetZh(),
        result.verdict().titleZh(),
        result.earned().map(Words::plain).orElse(""),
        item.scoring().map(formula -> Words.plain(formula.most())).orElse(""),
        result.source().titleZh(),
        result.lacking().map(TargetsCommand::gap).orElse(""));
  }

  private static String gap(Gap gap) {
    String places =
        gap.places().stream()
            .map(place -> place.by().titleZh() + place.code() + " " + place.subjects())
            .collect(Collectors.joining("、"));
    return places.isEmpty() ? gap.titleZh() : gap.titleZh() + "：" + places;
  }

  private void print(Trend trend) {
    say("# %s".formatted(trend.item().name().zh()));
    trend
        .points()
        .forEach(
            point ->
                say(point.asOf() + "\t" + point.known().map(trend.item()::shown).orElse("未知")));
    if (trend.forecast() instanceof Forecast.Expected known) {
      boolean share = trend.item().measure() instanceof Measure.Share && known.high() <= 1;
      double unit = share ? PERCENT : 1;
      say(
          "预测 %s: %.2f（95%%区间 %.2f 至 %.2f）%s %s"
              .formatted(
                  known.on(),
                  known.value() * unit,
                  known.low() * unit,
                  known.high() * unit,
                  share ? "%" : "",
                  known.outlook().titleZh()));
    } else if (trend.forecast() instanceof Forecast.Refused none) {
      say("无预测: " + none.reason().titleZh());
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
