package org.xinyidai.benchmarks.uptake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.milestone.Milestones;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.TaxRating;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.Assessment;
import org.xinyidai.models.uptake.SubjectHistory;
import org.xinyidai.models.uptake.TargetPack;

/**
 * Question: how long does it take to recompute every indicator of a pack for a million subjects
 * from the store, everything read anew; and how long until an answer tells of one more write? The
 * folder is filled first where it is empty, and stays.
 *
 * <p>Arguments: the folder, then the number of subjects, a million unless given.
 */
public final class StoreRounds {
  private static final int MILLION = 1_000_000;
  private static final int ROUNDS = 3;
  private static final int WRITES = 200;
  private static final int PAGE = 1_000;
  private static final long SEED = 20_261_031;

  private final Path folder;
  private final int subjects;

  private StoreRounds(Path folder, int subjects) {
    this.folder = folder;
    this.subjects = subjects;
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: StoreRounds FOLDER [SUBJECTS]");
      System.exit(2);
    }
    int count = args.length > 1 ? Integer.parseInt(args[1]) : MILLION;
    new StoreRounds(Path.of(args[0]), count).run();
  }

  private void run() throws IOException {
    boolean empty = !Files.exists(folder);
    try (Platform platform = Platform.open(folder, Clock.systemUTC())) {
      if (empty) {
        long start = System.nanoTime();
        fill(platform);
        say("filled with %,d subjects in %.1f s%n", subjects, since(start));
      }
      UptakeDesk desk = new UptakeDesk(platform);
      TargetPack pack = desk.pack("genhe-2023").orElseThrow();
      Asked today = new Asked(SyntheticTown.TODAY, "");
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        desk.rebuild();
        double read = since(start);
        Assessment judged = desk.assess(pack, today);
        say(
            "all indicators from the store: %.2f s, of it %.2f s reading everyone; %s%n",
            since(start), read, judged.item("5-1").orElseThrow().known().orElseThrow());
      }
      write(platform, desk, pack, today);
    }
  }

  /** One write and one answer in turn, then the same by reading everyone anew. */
  private void write(Platform platform, UptakeDesk desk, TargetPack pack, Asked today) {
    double answers = 0;
    for (int i = 0; i < WRITES; i++) {
      Uscc uscc = SyntheticTown.code((int) ((long) i * 7_919 % subjects));
      Milestones.Turn turn = new Milestones.Turn(SyntheticTown.TODAY, i % 2 == 0);
      platform
          .store()
          .execute(
              changes -> {
                Milestones.verified(changes, platform.store().shards(), uscc, turn);
                return turn;
              });
      long start = System.nanoTime();
      desk.assess(pack, today);
      answers += since(start);
    }
    Assessment followed = desk.assess(pack, today);
    desk.rebuild();
    boolean same = desk.assess(pack, today).equals(followed);
    say("an answer after a write: %.2f ms; equal to a rebuild: %s%n", 1e3 * answers / WRITES, same);
  }

  private void fill(Platform platform) throws IOException {
    Path registrations = Files.createTempFile("registrations", ".csv");
    Path ratings = Files.createTempFile("ratings", ".csv");
    SyntheticTown town = new SyntheticTown(SEED);
    List<SubjectHistory> page = new ArrayList<>(PAGE);
    try (BufferedWriter register = Files.newBufferedWriter(registrations);
        BufferedWriter rated = Files.newBufferedWriter(ratings)) {
      register.write(
          "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType,"
              + "employees,revenueYuan\n");
      rated.write("uscc,publishedOn,year,grade\n");
      for (int i = 0; i < subjects; i++) {
        SubjectHistory history = town.next(SyntheticTown.code(i));
        for (MarketRegistration entry : history.registrations()) {
          register.write(line(entry));
        }
        for (TaxRating rating : history.ratings()) {
          rated.write(
              "%s,%s,%d,%s%n"
                  .formatted(rating.uscc().value(), rating.day(), rating.year(), rating.grade()));
        }
        page.add(history);
        if (page.size() == PAGE || i == subjects - 1) {
          milestones(platform, page);
          page.clear();
        }
      }
    }
    take(platform, MarketRegistration.FEED, registrations);
    take(platform, TaxRating.FEED, ratings);
  }

  private static String line(MarketRegistration entry) {
    return "%s,%s,%s,%s,%s,%s,%s,%s,%s,%d,300000%n"
        .formatted(
            entry.uscc().value(),
            entry.day(),
            entry.change(),
            entry.name(),
            entry.foundedOn(),
            entry.status(),
            entry.industryCode(),
            entry.divisionCode(),
            entry.subjectType(),
            entry.employees());
  }

  private static void milestones(Platform platform, List<SubjectHistory> page) {
    platform
        .store()
        .execute(
            changes -> {
              for (SubjectHistory one : page) {
                Uscc uscc = one.registrations().get(0).uscc();
                if (one.registeredOn() != null) {
                  Milestones.registered(
                      changes, platform.store().shards(), uscc, one.registeredOn());
                }
                for (SubjectHistory.Turn turn : one.verified()) {
                  Milestones.verified(
                      changes,
                      platform.store().shards(),
                      uscc,
                      new Milestones.Turn(turn.on(), turn.holds()));
                }
              }
              return page.size();
            });
  }

  private static void take(Platform platform, Feed<?> feed, Path file) throws IOException {
    new Ingest(platform.store()).takeFile(feed, file, null, Progress.NONE);
    Files.delete(file);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
