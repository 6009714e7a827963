package org.xinyidai.engine.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.engine.milestone.Milestones;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.engine.uptake.Asked;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetPack;

/**
 * Who of the simulated city registered and was verified, month by month (模拟注册与实名), and how that
 * stands to the targets of a district. Every day is invented from the seed.
 */
final class CityUptake {
  private static final String PACK = "shangjie-2023";
  private static final List<String> ITEMS = List.of("26-1", "26-2");
  private static final double REGISTERED = 0.36;
  private static final double VERIFIED_OF_REGISTERED = 0.4;
  private static final int DAYS = 600;
  private static final int MOST_DAYS_TO_VERIFY = 60;

  /** Subjects in one write: a few hundred bytes each. */
  private static final int WRITTEN_TOGETHER = 500;

  private final Platform platform;
  private final Show show;
  private final long seed;

  CityUptake(Platform platform, Show show, long seed) {
    this.platform = platform;
    this.show = show;
    this.seed = seed;
  }

  /** Keeps what a run before has invented. */
  void run(LocalDate asOf) {
    List<Uscc> everyone = new ArrayList<>();
    new Register(platform.store()).forEach((uscc, entry) -> everyone.add(uscc));
    for (int from = 0; from < everyone.size(); from += WRITTEN_TOGETHER) {
      register(everyone.subList(from, Math.min(everyone.size(), from + WRITTEN_TOGETHER)), asOf);
    }
    UptakeDesk desk = new UptakeDesk(platform);
    TargetPack pack = desk.pack(PACK).orElseThrow();
    for (String id : ITEMS) {
      say(desk.assess(pack.item(id).orElseThrow(), new Asked(asOf, "")));
    }
    show.say("  targets 考核: xyd targets --pack genhe-2023 --as-of " + asOf);
  }

  private void register(List<Uscc> some, LocalDate asOf) {
    platform
        .store()
        .execute(
            changes -> {
              for (Uscc uscc : some) {
                SplittableRandom random = new SplittableRandom(seed * 31 + uscc.value().hashCode());
                if (random.nextDouble() < REGISTERED) {
                  LocalDate on = asOf.minusDays(random.nextInt(DAYS));
                  Milestones.registered(changes, platform.store().shards(), uscc, on);
                  LocalDate verified = on.plusDays(random.nextInt(MOST_DAYS_TO_VERIFY));
                  if (random.nextDouble() < VERIFIED_OF_REGISTERED && !verified.isAfter(asOf)) {
                    Milestones.Turn turn = new Milestones.Turn(verified, true);
                    Milestones.verified(changes, platform.store().shards(), uscc, turn);
                  }
                }
              }
              return some.size();
            });
  }

  private void say(ItemResult result) {
    show.say(
        "targets 考核: %s %s, target %s, %s%s"
            .formatted(
                result.item().name().zh(),
                result.known().map(result.item()::shown).orElse("未知"),
                result.item().targetZh(),
                result.verdict().titleZh(),
                result.lacking().map(gap -> "，" + gap.titleZh()).orElse("")));
  }
}
