package org.xinyidai.engine.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.ingest.Counts;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.LabelFile;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.simulation.Outcome;
import org.xinyidai.engine.simulation.SimulatedCity;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.dispute.UndisputedVector.Moment;

/**
 * The demonstration on a simulated city (模拟城市演示): its offices deliver three years of records,
 * models are trained on what became of its loans, and everyone who lives there is scored and
 * matched.
 */
public final class CityDemo {
  static final int MONTHS = 36;

  private static final String LABELS = "simulated-labels.csv";
  private static final double PERCENT = 100.0;
  private static final ModelTraining.Folds FOLDS = new ModelTraining.Folds(5, 1);

  /** Each of the folds, and those inside it, must hold some. */
  private static final int FEWEST_BADS = 25;

  private final Path folder;
  private final Platform platform;
  private final Accounts accounts;
  private final Show show;
  private final Plan plan;

  /**
   * Which city.
   *
   * @param seed of all that is random in it
   */
  public record Plan(long seed, int enterprises) {
    String content() {
      return "simulated city, seed %d, %d enterprises".formatted(seed, enterprises);
    }
  }

  /**
   * A demonstration that keeps its labels and accounts in the state's folder.
   *
   * @param folder that of the platform's state
   */
  public CityDemo(Path folder, Platform platform, Accounts accounts, Show show, Plan plan) {
    this.folder = folder;
    this.platform = platform;
    this.accounts = accounts;
    this.show = show;
    this.plan = plan;
  }

  /** Fills the state, or completes what an interrupted run left, and says what came of it. */
  public void run() throws IOException {
    LocalDate asOf = claim();
    SimulatedCity city =
        SimulatedCity.of(
            plan.seed(), plan.enterprises(), YearMonth.from(asOf).minusMonths(MONTHS), MONTHS);
    show.say("模拟城市 simulated city: every enterprise and record in it is invented");
    takeIn(city);
    if (platform.models().champion().isEmpty()) {
      learn(city);
    }
    score(asOf);
    show.during(
        "peers", plan.enterprises(), done -> platform.explainer().peers().build(asOf, done));
    new CityUptake(platform, show, plan.seed()).run(asOf);
    new CityLending(platform, show).run(city, asOf);
    CityInstitutions.register(platform);
    new CityMarket(platform, accounts, show).open(folder, asOf);
  }

  /** Claims the state; one that holds the city already keeps its day. */
  private LocalDate claim() {
    LocalDate asOf =
        DemoState.find(platform.store())
            .filter(held -> held.content().equals(plan.content()))
            .map(held -> LocalDate.parse(held.asOf()))
            .orElseGet(this::lastDay);
    new DemoState(plan.content(), asOf.toString(), true).claim(platform.store());
    return asOf;
  }

  /** The newest day by which all offices have delivered the month before. */
  private LocalDate lastDay() {
    YearMonth month = YearMonth.from(ChinaTime.dayOf(platform.clock().instant()));
    return SimulatedCity.of(plan.seed(), 1, month.minusMonths(MONTHS), MONTHS).lastDay();
  }

  private void takeIn(SimulatedCity city) {
    show.during(
        "records",
        city.deliveryCount(),
        done -> {
          Counts counts = new CityIntake(platform.ingest()).run(city.deliveries(), done).counts();
          show.say(
              "records 归集: received %,d = accepted %,d + repeated %,d + rejected %,d"
                  .formatted(
                      counts.received(), counts.accepted(), counts.repeated(), counts.rejected()));
          show.say("  rejected by reason 拒收原因: " + counts.rejectedByReason());
        });
  }

  private void learn(SimulatedCity city) throws IOException {
    List<LocalDate> days = city.observationDays();
    List<Label> labels = labels(city.outcomes(days.get(days.size() - 1)));
    if (bads(labels) < FEWEST_BADS) {
      labels = labels(city.outcomes());
    }
    LabelFile.write(folder.resolve(LABELS), labels);
    show.say("labels 标签 (simulated): " + folder.resolve(LABELS));
    if (bads(labels) < FEWEST_BADS) {
      show.warn(
          "only %d loans went bad in so small a city: no model is trained; take more enterprises"
              .formatted(bads(labels)));
      return;
    }
    new ModelTraining(platform, show).train(labels, ModelTraining.Rejected.NONE, FOLDS, "city");
  }

  private static List<Label> labels(Stream<Outcome> outcomes) {
    return outcomes
        .map(outcome -> new Label(outcome.uscc(), outcome.observedOn(), outcome.bad()))
        .toList();
  }

  private static long bads(List<Label> labels) {
    return labels.stream().filter(Label::bad).count();
  }

  private void score(LocalDate asOf) {
    Instant knownAt = platform.store().instant();
    show.during(
        "vectors",
        plan.enterprises(),
        done -> platform.vectors().refreshTouched(asOf, knownAt, done));
    ScoreSummary summary =
        platform
            .models()
            .champion()
            .map(m -> ScoreSummary.of(platform, m, new Moment(asOf, knownAt), done -> {}))
            .orElseGet(ScoreSummary::new);
    Map<?, Long> grades = summary.grades();
    show.say(
        "scores 评分: %,d enterprises, mean points %.0f, mean probability of default %.2f%%, grades %s"
            .formatted(
                summary.count(), summary.meanPoints(), summary.meanRisk() * PERCENT, grades));
    summary
        .lowest()
        .flatMap(platform.archive()::find)
        .ifPresent(
            lowest -> {
              lowest
                  .score()
                  .reasons()
                  .forEach(reason -> show.say("  lowest score, reason 原因: " + reason.textZh()));
              show.say("  prove it 重放: xyd replay " + lowest.id());
            });
  }
}
