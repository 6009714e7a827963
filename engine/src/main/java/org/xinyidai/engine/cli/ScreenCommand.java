package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.lead.CoarseAttribute;
import org.xinyidai.engine.lead.LeadDesk;
import org.xinyidai.engine.lead.LeadDesk.Asker;
import org.xinyidai.engine.lead.Question;
import org.xinyidai.engine.lead.Question.Wanted;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts enterprises as the office is told of them: whole bands, exact numbers, no names. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description = "Count enterprises by conditions or by a product's criteria (优企筛选).")
final class ScreenCommand implements Callable<Integer> {
  private static final Asker OPERATOR = new Asker("operator", "operator", true);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "such as division_code=4301,4302 or age_months=24.. or tax_paid_fen_12m=1000000..5000000;"
              + " several must all hold")
  private List<String> where = List.of();

  @Option(names = "--product", paramLabel = "ID", description = "whom this product would take")
  private @Nullable String product;

  @Option(names = "--by", paramLabel = "ATTRIBUTE", description = "counts by its bands too")
  private @Nullable String by;

  @Override
  public Integer call() {
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      LeadDesk desk = new LeadDesk(platform, new SecureRandom());
      Question question = question(desk);
      CoarseAttribute groups = by == null ? null : attribute(desk, by);
      LoanProduct asked = product == null ? null : product(desk, product);
      try (Progress progress = Progress.ofUnknownLength("reading")) {
        desk.refresh(progress::reach);
      }
      LeadDesk.Counts counts =
          desk.count(
                  desk.view().orElseThrow(),
                  OPERATOR,
                  desk.ask(question, asked, state.asOf(platform)),
                  groups)
              .orElseThrow();
      out.printf("%d 家企业符合条件%n", counts.all().count());
      question.narrowed().forEach(name -> out.printf("  %s 的界限已收到整档%n", name));
      for (LeadDesk.Group group : counts.groups()) {
        Text band = groups == null ? null : groups.words(group.band());
        out.printf("  %s：%d%n", band == null ? "无数据" : band.zh(), group.count().count());
      }
      out.flush();
    }
    return 0;
  }

  private Question question(LeadDesk desk) {
    List<Wanted> wanted = new ArrayList<>();
    for (String condition : where) {
      int equals = condition.indexOf('=');
      if (equals < 1) {
        throw new Failure(condition + ": write ATTRIBUTE=CODES or ATTRIBUTE=FROM..TO");
      }
      wanted.add(wanted(desk, condition.substring(0, equals), condition.substring(equals + 1)));
    }
    Question question = Question.of(desk.grid(), wanted);
    if (!question.problems().isEmpty()) {
      throw new Failure(question.problems().get(0).message());
    }
    return question;
  }

  private static Wanted wanted(LeadDesk desk, String name, String text) {
    if (attribute(desk, name).attribute().kind() == Attribute.Kind.CODE) {
      return new Wanted(name, null, null, Arrays.asList(text.split(",", -1)), false);
    }
    int dots = text.indexOf("..");
    if (dots < 0) {
      throw new Failure(name + " is a number: write FROM..TO, either may be left out");
    }
    Double from = number(name, text.substring(0, dots));
    return new Wanted(name, from, number(name, text.substring(dots + 2)), null, false);
  }

  private static @Nullable Double number(String name, String text) {
    try {
      return text.isEmpty() ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new Failure(name + ": " + text + " is no number");
    }
  }

  private static CoarseAttribute attribute(LeadDesk desk, String name) {
    return desk.grid()
        .find(name)
        .orElseThrow(
            () ->
                new Failure(
                    name
                        + ": no such attribute; there are "
                        + String.join(
                            ", ",
                            desk.grid().attributes().stream()
                                .map(CoarseAttribute::name)
                                .toList())));
  }

  private static LoanProduct product(LeadDesk desk, String id) {
    return desk.product(OPERATOR, id)
        .orElseThrow(() -> new Failure(id + ": no such product; xyd products lists them"));
  }
}
