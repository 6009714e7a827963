package org.xinyidai.engine.simulation.office;

import java.time.LocalDate;
import org.xinyidai.engine.simulation.life.CityPlan;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.models.record.Innovation;
import org.xinyidai.models.record.InnovationKind;

/** Writes rights, research projects and titles (研发与知识产权). */
final class InnovationClerk extends Clerk {
  private static final int NUMBER = -1;
  private static final double EXPECTED = 0.10;
  private static final double[] WEIGHTS = {8, 22, 7, 25, 12, 12, 7, 4, 2, 0.8, 0.2};

  private final int grantedOn = column("grantedOn");
  private final int registration = column("registrationNumber");
  private final int kind = column("kind");
  private final int amount = column("amountYuan");
  private final int validUntil = column("validUntil");

  InnovationClerk() {
    super(Innovation.FEED);
  }

  @Override
  int count(Visit visit) {
    boolean works = !visit.now().gone() && !visit.now().dormant() && !visit.now().defaulted();
    double expected = works ? EXPECTED * StrictMath.exp(0.3 * visit.now().health()) : 0;
    return visit.dice(feed().number(), NUMBER).events(expected);
  }

  @Override
  void fill(Visit visit, int item, boolean mistaken, Cells cells) {
    Dice dice = visit.dice(feed().number(), item);
    LocalDate day = CityPlan.month(visit.month()).atDay(1 + dice.below(28));
    InnovationKind what = InnovationKind.ALL.get(dice.weighted(WEIGHTS));
    cells.day(grantedOn, day).text(kind, what.titleZh());
    cells.text(registration, "MN" + visit.month() + visit.resident().index() + "." + item);
    double yuan = dice.lognormal(11.5 + 0.6 * visit.resident().means().size(), 0.8);
    if (what == InnovationKind.RND_PROJECT) {
      cells.fen(amount, Math.round(yuan) * 100);
    }
    cells.day(validUntil, day.plusYears(years(what) - (mistaken ? 1 : 0)));
  }

  /** Titles hold three years, designs fifteen, the rest about ten. */
  private static int years(InnovationKind kind) {
    return switch (kind) {
      case INVENTION -> 20;
      case DESIGN -> 15;
      case UTILITY_MODEL, TRADEMARK -> 10;
      case SOFTWARE -> 50;
      case RND_PROJECT,
          TECHNOLOGY_SME,
          HIGH_TECH_ENTERPRISE,
          INNOVATIVE_SME,
          SPECIALISED_SME,
          LITTLE_GIANT ->
          3;
    };
  }
}
