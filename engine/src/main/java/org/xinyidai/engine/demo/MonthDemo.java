package org.xinyidai.engine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinyidai.engine.demo.CityIntake.Taken;
import org.xinyidai.engine.learning.Label;
import org.xinyidai.engine.learning.Learner.Learnt;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.simulation.Delivery;
import org.xinyidai.engine.simulation.SimulatedCity;
import org.xinyidai.engine.simulation.Trouble;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.record.MarketRegistration;

/**
 * One month of a large simulated city from end to end (月度全流程演示): every feed is taken in day by day,
 * rows without a code are resolved, features follow what came, everyone is scored and the month is
 * reported. At the end every feature is computed again from the facts and compared. Before the
 * month only the register is known, so windows hold one month and no more; the model is trained on
 * another city that is known as little.
 */
public final class MonthDemo {
  /** By then everyone who will ever live there is founded; late rows reach back two of them. */
  private static final int MONTHS_BEFORE = 36;

  /** So many invoices against the real data that an enterprise has about twenty rows a month. */
  private static final double VOLUME = 0.4;

  private static final int TRAINING_ENTERPRISES = 6_000;
  private static final int HORIZON_MONTHS = 12;
  private static final ModelTraining.Folds FOLDS = new ModelTraining.Folds(5, 1);

  private final Path folder;
  private final Platform platform;
  private final Show show;
  private final CityDemo.Plan plan;
  private final Stopwatch watch;

  /**
   * @param folder that of the platform's state; reports are written there
   * @param nanoTime tells how long each part took
   */
  public MonthDemo(
      Path folder, Platform platform, Show show, CityDemo.Plan plan, Stopwatch nanoTime) {
    this.folder = folder;
    this.platform = platform;
    this.show = show;
    this.plan = plan;
    this.watch = nanoTime;
  }

  /** Runs the month; whether all counts reconcile, all are scored and no feature differs. */
  public boolean run() throws IOException {
    show.say("模拟城市 simulated city: every enterprise and record in it is invented");
    YearMonth month = claim();
    SimulatedCity city = city(plan.seed(), plan.enterprises(), month, MONTHS_BEFORE + 1);
    LocalDate asOf = city.lastDay();
    learn(month.minusMonths(HORIZON_MONTHS + 1));
    watch.lap("model");
    Taken before = takeIn(platform, register(city, month), "register");
    watch.lap("register");

    Taken taken = takeMonth(city, month, asOf);
    ScoreSummary summary = MonthResults.score(platform, asOf);
    boolean sound = new MonthResults(platform, show).say(before, taken, summary);
    MonthResults.write(platform, YearMonth.from(asOf), folder, show);
    watch.lap("score and report");
    show.say("month 本月: " + watch.sum());
    MonthCheck.Found found = MonthCheck.of(platform, asOf);
    watch.lap("check");
    show.say(
        "features 特征核对: %,d enterprises, %,d values computed again from all facts, %d differences"
            .formatted(found.enterprises(), found.values(), found.differences()));
    show.say("time 用时: " + watch);
    boolean allScored = summary.count() == found.enterprises();
    if (!allScored) {
      show.warn(
          "%,d enterprises are scored, but %,d are known"
              .formatted(summary.count(), found.enterprises()));
    }
    return sound && allScored && found.differences() == 0;
  }

  private YearMonth claim() {
    YearMonth now = YearMonth.from(ChinaTime.dayOf(platform.clock().instant()));
    YearMonth month =
        DemoState.find(platform.store())
            .filter(held -> held.content().equals(content()))
            .map(held -> YearMonth.parse(held.asOf()))
            .orElse(now.minusMonths(2));
    new DemoState(content(), month.toString(), true).claim(platform.store());
    return month;
  }

  private String content() {
    return "one month of " + plan.content();
  }

  private static SimulatedCity city(long seed, int enterprises, YearMonth month, int months) {
    return SimulatedCity.of(seed, enterprises, month.minusMonths(MONTHS_BEFORE), months)
        .withVolume(VOLUME)
        .with(Trouble.ONE_MONTH);
  }

  /** The deliveries of the register before the month. */
  private static Stream<Delivery> register(SimulatedCity city, YearMonth month) {
    return city.deliveries()
        .takeWhile(delivery -> delivery.month().isBefore(month))
        .filter(delivery -> delivery.feed().equals(MarketRegistration.FEED));
  }

  private Taken takeIn(Platform into, Stream<Delivery> deliveries, String task) {
    List<Taken> taken = new ArrayList<>();
    show.during(task, -1, done -> taken.add(new CityIntake(into.ingest()).run(deliveries, done)));
    return taken.get(0);
  }

  /** Day by day, as the offices deliver; features follow each day. */
  private Taken takeMonth(SimulatedCity city, YearMonth month, LocalDate asOf) {
    Map<LocalDate, List<Delivery>> days = new TreeMap<>();
    city.deliveries(month)
        .forEach(
            delivery ->
                days.computeIfAbsent(ChinaTime.dayOf(delivery.knownAt()), day -> new ArrayList<>())
                    .add(delivery));
    Taken taken = Taken.NOTHING;
    for (Map.Entry<LocalDate, List<Delivery>> day : days.entrySet()) {
      taken = taken.plus(takeIn(platform, day.getValue().stream(), "records of " + day.getKey()));
      watch.lap("records");
      show.during(
          "features",
          plan.enterprises(),
          done -> platform.vectors().refreshTouched(asOf, platform.store().instant(), done));
      watch.lap("features");
    }
    return taken;
  }

  /** Trains on a smaller city of which, too, one month is known; its scorecard serves here. */
  private void learn(YearMonth month) throws IOException {
    if (platform.models().champion().isPresent()) {
      return;
    }
    SimulatedCity other =
        city(plan.seed() + 1, TRAINING_ENTERPRISES, month, MONTHS_BEFORE + 2 + HORIZON_MONTHS);
    LocalDate observed = month.plusMonths(1).atDay(other.lastDay().getDayOfMonth());
    Path scratch = Files.createTempDirectory("xyd-training-");
    InstantSource clock = platform.clock();
    try (Platform training = Platform.open(scratch.resolve("state"), clock)) {
      takeIn(training, register(other, month), "training register");
      takeIn(training, other.deliveries(month), "training records");
      List<Label> labels =
          other
              .outcomes(observed)
              .map(outcome -> new Label(outcome.uscc(), outcome.observedOn(), outcome.bad()))
              .toList();
      Learnt learnt = new ModelTraining(training, show).trainCard(labels, FOLDS, "month");
      platform.models().keep(learnt.trained().model());
      platform.models().promote(learnt.trained().model().id());
      platform.models().keepCard(learnt.card());
    } finally {
      Scratch.delete(scratch);
    }
  }

  /** The cases of a state of the desk, for the counts of the month. */
  static long cases(Platform platform, Status... statuses) {
    return Stream.of(statuses).mapToLong(platform.resolution().cases()::count).sum();
  }
}
