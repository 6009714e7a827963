package org.xinyidai.engine.simulation;

import java.util.List;
import org.xinyidai.engine.simulation.life.Census;
import org.xinyidai.engine.simulation.life.Dice;
import org.xinyidai.engine.simulation.life.Resident;
import org.xinyidai.engine.simulation.life.Snapshot;
import org.xinyidai.engine.simulation.office.Buffer;
import org.xinyidai.engine.simulation.office.Cells;
import org.xinyidai.engine.simulation.office.Clerk;
import org.xinyidai.engine.simulation.office.Clerks;
import org.xinyidai.engine.simulation.office.Visit;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feed.Frequency;
import org.xinyidai.models.record.Validated.Reason;

/**
 * Writes the rows of one delivery, resident by resident (编制报表): the month's own, and what comes
 * late, again or corrected from the two months before. Trouble is added here, after the clerk.
 */
final class Sheet {
  /** Purposes of dice: those of lives and clerks lie below. */
  private static final int FATE = 2000;

  private static final int FLAW = 3000;
  private static final int MISSING = 4000;

  private final Feed<?> feed;
  private final Snapshot snapshot;
  private final Trouble trouble;
  private final Clerk clerk;
  private final Visit visit;
  private final Dice dice;
  private final Cells cells;
  private final RowForm form;
  private final List<Flaw> flaws;
  private final Untidiness untidiness;
  private final Unnamed unnamed;
  private final Tally.Counter counter = new Tally.Counter();
  private int next;

  Sheet(Feed<?> feed, Census census, Snapshot snapshot, Trouble trouble) {
    this.feed = feed;
    this.snapshot = snapshot;
    this.trouble = trouble;
    long seed = census.plan().seed();
    clerk = Clerks.of(feed, census.codes(), seed);
    visit = new Visit(snapshot, census.plan().first(), seed);
    dice = new Dice(seed);
    cells = new Cells(feed.columns().size());
    unnamed = new Unnamed(feed, trouble);
    form = new RowForm(feed, FileForm.of(feed), unnamed.isPossible());
    flaws = Flaw.of(feed);
    untidiness = new Untidiness(feed);
  }

  byte[] header() {
    return form.header();
  }

  /** Writes the rows of the next resident; false when there is none left. */
  boolean next(Buffer into) {
    if (next == snapshot.residents().size()) {
      return false;
    }
    Resident resident = snapshot.residents().get(next++);
    for (int back = Fate.MOST_MONTHS_LATE; back >= 0; back--) {
      if (resident.isKnownTo(feed) && visit.to(resident, back) && !isMissing(resident)) {
        write(back, into);
      }
    }
    return true;
  }

  Tally tally() {
    return counter.tally();
  }

  /** A batch that was never sent: the feed, the district and the month decide. */
  private boolean isMissing(Resident resident) {
    boolean regular = feed.frequency() == Frequency.MONTHLY || feed.frequency() == Frequency.DAILY;
    int district = resident.district().number();
    return regular
        && dice.at(MISSING + feed.number(), district, visit.month(), 0).chance(trouble.missing());
  }

  private void write(int back, Buffer into) {
    int rows = clerk.rows(visit);
    for (int item = 0; item < rows; item++) {
      int purpose = FATE + feed.number();
      dice.at(purpose, visit.resident().index(), visit.month(), item);
      Fate fate = Fate.of(trouble, dice.uniform(), dice.uniform());
      if (fate.copies(back) > 0) {
        write(item, fate, back, into);
      }
    }
  }

  private void write(int item, Fate fate, int back, Buffer into) {
    boolean mistaken =
        fate == Fate.CORRECTED_AT_ONCE || (fate == Fate.CORRECTED_NEXT_MONTH && back == 0);
    clerk.write(visit, item, mistaken, cells.clear());
    dice.at(FLAW + feed.number(), visit.resident().index(), visit.month(), item);
    if (fate == Fate.WRONG) {
      wrong(into);
      return;
    }
    if (fate == Fate.ON_TIME && unnamed.applies(dice)) {
      form.line(cells, unnamed.take(cells, visit.resident(), dice), into);
      counter.unnamed(Reason.FIELD_MISSING);
      return;
    }
    if (dice.chance(trouble.untidy())) {
      untidiness.apply(cells, dice);
    }
    form.line(cells, into);
    counter.row(fate, back);
    if (fate == Fate.CORRECTED_AT_ONCE) {
      clerk.write(visit, item, false, cells.clear());
      form.line(cells, into);
      counter.corrected();
    } else if (fate.copies(back) > 1) {
      form.line(cells, into);
      counter.again();
    }
  }

  private void wrong(Buffer into) {
    Flaw flaw = flaws.get(dice.below(flaws.size()));
    flaw.spoil(feed, cells, dice);
    if (flaw == Flaw.UNREADABLE_ROW) {
      form.brokenLine(cells, into);
    } else {
      form.line(cells, into);
    }
    counter.wrong(flaw.reason());
  }
}
