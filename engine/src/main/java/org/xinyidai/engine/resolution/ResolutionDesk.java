package org.xinyidai.engine.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.ingest.Aftercare;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.ingest.RejectedRow;
import org.xinyidai.engine.ingest.Unweighed;
import org.xinyidai.engine.resolution.Case.Decision;
import org.xinyidai.engine.resolution.Case.Filing;
import org.xinyidai.engine.resolution.Case.Status;
import org.xinyidai.engine.resolution.Case.Suggestion;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.Row;
import org.xinyidai.models.resolution.Candidate;
import org.xinyidai.models.resolution.Claim;
import org.xinyidai.models.resolution.Resolution;
import org.xinyidai.models.resolution.Thresholds;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.Uscc;

/**
 * Where refused rows without a code find their enterprise (主体归集台, C4): by weighing when their batch
 * is finished, or by a person. What a person decided may be decided otherwise later: the fact under
 * the wrong enterprise is then withdrawn, and stays in every history that was known before. Blocks,
 * and lets one thread in at a time: call it on a worker.
 */
public final class ResolutionDesk implements Aftercare, AutoCloseable {
  /** Rows of quarantine that are held in memory at a time. */
  private static final int PAGE = 1_000;

  private static final int SHOWN_CANDIDATES = 5;

  private final Store store;
  private final Batches batches;
  private final Cases cases;
  private final CaseFiling filing;
  private final Thresholds thresholds;
  private final @Nullable PlaceNames places;
  private volatile @Nullable LiveRegister register;

  /** A desk that knows the places of its own register; reads it when it is first needed. */
  public ResolutionDesk(Store store, Thresholds thresholds) {
    this(store, thresholds, null);
  }

  /** A desk that is told the places. */
  ResolutionDesk(Store store, Thresholds thresholds, @Nullable PlaceNames places) {
    this.store = store;
    this.thresholds = thresholds;
    this.places = places;
    batches = new Batches(store);
    cases = new Cases(store);
    filing = new CaseFiling(store, new Watcher());
  }

  /** What it knows of each row, to read only. */
  public Cases cases() {
    return cases;
  }

  /** Rows that the desk itself files teach it too, and need no looking after. */
  private final class Watcher implements Aftercare {
    @Override
    public boolean watches(Feed<?> feed) {
      return ResolutionDesk.this.watches(feed);
    }

    @Override
    public void accepted(Feed<?> feed, Row row) {
      ResolutionDesk.this.accepted(feed, row);
    }
  }

  @Override
  public boolean watches(Feed<?> feed) {
    return register != null && LiveRegister.watches(feed);
  }

  @Override
  public void accepted(Feed<?> feed, Row row) {
    LiveRegister known = register;
    if (known != null) {
      known.accepted(feed, row);
    }
  }

  /**
   * Weighs the rows without a code, and after registrations the cases that wait. A batch without
   * either costs a look at one key.
   */
  @Override
  public void finished(Receipt receipt) {
    if (Unweighed.has(store, receipt.batch().id())) {
      catchUp();
    } else if (receipt.batch().feed().equals(MarketRegistration.FEED.id())
        && receipt.counts().accepted() > 0
        && hasOpen()) {
      weighOpen();
    }
  }

  /** Weighs what a crash left unweighed, and whatever came since. */
  public synchronized Round catchUp() {
    Round round = Round.NONE;
    for (String batchId : Unweighed.list(store)) {
      Receipt receipt = batches.find(batchId).orElseThrow();
      if (receipt.isFinished()) {
        // What weighing finds at once was known with the delivery, as for the rows with a code.
        round = round.plus(resolve(receipt, receipt.batch().knownAt()));
      }
    }
    return round;
  }

  /** Weighs every refused row of a batch that lacks a code and is not filed or decided. */
  public synchronized Round resolve(String batchId) {
    return resolve(
        batches
            .find(batchId)
            .orElseThrow(() -> new IllegalArgumentException("no batch " + batchId)),
        null);
  }

  /**
   * Reads the register anew, with all that came since and all that persons decided, and weighs
   * again every case that is open: what one decision or one mapping of codes taught may settle
   * others.
   */
  public synchronized Round replay() {
    register().learn();
    return catchUp().plus(weighOpen());
  }

  /** Weighs again what waits, after the map of codes grew; without anything that waits, nothing. */
  public synchronized Round codesLearnt() {
    LiveRegister known = register;
    if (known == null && !hasOpen() && Unweighed.list(store).isEmpty()) {
      return Round.NONE;
    }
    return replay();
  }

  /** Weighs the open cases against the register as it stands. */
  private synchronized Round weighOpen() {
    Set<String> open = new TreeSet<>();
    cases.forEach(Status.QUEUED, each -> open.add(each.batch()));
    cases.forEach(Status.UNRESOLVED, each -> open.add(each.batch()));
    Round round = Round.NONE;
    for (String batchId : open) {
      round = round.plus(resolve(batchId));
    }
    return round;
  }

  private boolean hasOpen() {
    return !cases.list(Status.QUEUED, 1).isEmpty() || !cases.list(Status.UNRESOLVED, 1).isEmpty();
  }

  private Round resolve(Receipt receipt, @Nullable Instant knownAt) {
    register().catchUp();
    String batchId = receipt.batch().id();
    Feed<?> feed = Feeds.byId(receipt.batch().feed()).orElseThrow();
    Round round = Round.NONE;
    List<RejectedRow> page = batches.rejected(batchId, 0, PAGE);
    while (!page.isEmpty()) {
      round = round.plus(weigh(feed, batchId, page, knownAt));
      page = batches.rejected(batchId, page.get(page.size() - 1).line(), PAGE);
    }
    if (receipt.isFinished() && Unweighed.has(store, batchId)) {
      store.execute(
          changes -> {
            Unweighed.settle(changes, batchId);
            return batchId;
          });
    }
    return round;
  }

  private Round weigh(
      Feed<?> feed, String batchId, List<RejectedRow> page, @Nullable Instant knownAt) {
    List<Case> weighed = new ArrayList<>();
    List<Case> sure = new ArrayList<>();
    Map<Claim, Resolution> seen = new HashMap<>();
    for (RejectedRow row : page) {
      if (row.lacksCode()) {
        Case known = cases.find(batchId, row.line()).orElseGet(() -> fresh(feed, batchId, row));
        if (!known.isFiled() && !known.isDecided()) {
          Claim claim = register().claim(feed, known.named());
          Case now = weighed(known, seen.computeIfAbsent(claim, register()::resolve));
          (now.status() == Status.FILED_AUTOMATICALLY ? sure : weighed).add(now);
        }
      }
    }
    int queued = (int) weighed.stream().filter(c -> c.status() == Status.QUEUED).count();
    Round round = new Round(sure.size(), queued, weighed.size() - queued);
    file(feed, batchId, sure, knownAt, weighed);
    cases.put(weighed);
    return round;
  }

  private void file(
      Feed<?> feed, String batchId, List<Case> sure, @Nullable Instant knownAt, List<Case> filed) {
    List<Case> plain = sure.stream().filter(each -> each.decisions().isEmpty()).toList();
    List<Filing> filings = filing.file(feed, batchId, plain, knownAt);
    for (int i = 0; i < plain.size(); i++) {
      Case each = plain.get(i);
      filed.add(each.weighed(each.status(), each.candidates(), filings.get(i)));
    }
    // A fact that was once taken back must be brought back, not only reported again.
    sure.stream().filter(each -> !each.decisions().isEmpty()).forEach(this::moveToFirst);
  }

  private Case moveToFirst(Case sure) {
    Uscc found = new Uscc(sure.candidates().get(0).uscc());
    return filing.move(
        sure, found, (at, filed) -> sure.weighed(sure.status(), sure.candidates(), filed));
  }

  /** A decision with what it set moving. */
  public record Decided(Case after, Round replayed) {}

  /**
   * A person says whose row it is, or that it is nobody's in the register; also against what was
   * filed before. The same decision again changes nothing. Rows that tell the same name or account
   * are weighed again.
   *
   * @param uscc null for nobody
   * @throws IllegalArgumentException when there is no such case
   */
  public synchronized Decided decide(
      String batchId, long line, @Nullable Uscc uscc, String by, String note) {
    Case known = find(batchId, line);
    String code = uscc == null ? null : uscc.value();
    Case after =
        filing.move(
            known, uscc, (at, filed) -> known.decided(Decision.of(at, by, code, note), filed));
    return new Decided(after, replay(known, after));
  }

  /** The same for a request that is never sent again. */
  public Decided undo(String batchId, long line, String by, String note) {
    return undo(batchId, line, by, note, null);
  }

  /**
   * A person takes the decision that stands back: the one before it stands again, and where there
   * is none the row is weighed as if nobody had looked at it. A request that a crash cut off goes
   * on where it was and takes nothing else back.
   *
   * @throws IllegalArgumentException when there is no such case or no decision of it stands
   */
  public synchronized Decided undo(
      String batchId, long line, String by, String note, @Nullable String request) {
    Case known = find(batchId, line);
    if (known.wasUndoneBy(request)) {
      return weighedOn(known, replay(known, known));
    }
    if (known.standing().isEmpty()) {
      throw new IllegalArgumentException("no decision of " + known.id() + " stands");
    }
    Instant soon = store.instant();
    Case before = known.decided(Decision.undoing(soon, by, note, request), known.filing());
    String code = before.standing().map(Decision::uscc).orElse(null);
    Case after =
        filing.move(
            known,
            code == null ? null : new Uscc(code),
            (at, filed) -> known.decided(Decision.undoing(at, by, note, request), filed));
    return weighedOn(after, replay(known, after));
  }

  /** A row on which no decision stands any more is weighed like any other. */
  private Decided weighedOn(Case after, Round replayed) {
    Round round = after.isDecided() ? replayed : replayed.plus(weighAgain(List.of(after)));
    return new Decided(find(after.batch(), after.line()), round);
  }

  private Case find(String batchId, long line) {
    return cases
        .find(batchId, line)
        .orElseThrow(() -> new IllegalArgumentException("no case " + batchId + ":" + line));
  }

  /** Weighs again what a changed decision concerns, also what was filed because of it. */
  private Round replay(Case before, Case after) {
    Set<Uscc> concerned = new LinkedHashSet<>();
    before.filed().ifPresent(filed -> concerned.add(new Uscc(filed.uscc())));
    after.filed().ifPresent(filed -> concerned.add(new Uscc(filed.uscc())));
    if (concerned.isEmpty()) {
      return Round.NONE;
    }
    register().relearn(concerned);
    List<Case> akin = new ArrayList<>(cases.akin(after, Status.QUEUED));
    akin.addAll(cases.akin(after, Status.UNRESOLVED));
    akin.addAll(cases.akin(after, Status.FILED_AUTOMATICALLY));
    return weighAgain(akin);
  }

  private Round weighAgain(List<Case> some) {
    Round round = Round.NONE;
    for (Case known : some) {
      Feed<?> feed = Feeds.byId(known.feed()).orElseThrow();
      Case now = weighed(known, register().resolve(register().claim(feed, known.named())));
      switch (now.status()) {
        case FILED_AUTOMATICALLY -> {
          moveToFirst(now);
          round = round.plus(new Round(1, 0, 0));
        }
        default -> {
          filing.move(
              known, null, (at, filed) -> now.weighed(now.status(), now.candidates(), filed));
          boolean queued = now.status() == Status.QUEUED;
          round = round.plus(new Round(0, queued ? 1 : 0, queued ? 0 : 1));
        }
      }
    }
    return round;
  }

  /** Weighs rows whose enterprise is known and files none: how well the desk does its work. */
  public synchronized FilingMeasure measure(Feed<?> feed, List<LabelledClaim> claims) {
    register().catchUp();
    FilingMeasure measure = new FilingMeasure();
    for (LabelledClaim each : claims) {
      Resolution resolution = register().resolve(register().claim(feed, each.named()));
      Optional<Uscc> truth = each.truth().filter(code -> register().entry(code).isPresent());
      measure.add(each, truth, resolution);
    }
    return measure;
  }

  private static Case weighed(Case known, Resolution resolution) {
    if (resolution instanceof Resolution.Filed found) {
      return known.weighed(
          Status.FILED_AUTOMATICALLY, shown(List.of(found.candidate())), known.filing());
    }
    return resolution instanceof Resolution.Queued found
        ? known.weighed(Status.QUEUED, shown(found.candidates()), known.filing())
        : known.weighed(Status.UNRESOLVED, List.of(), known.filing());
  }

  @Override
  public synchronized void close() {
    LiveRegister known = register;
    if (known != null) {
      known.close();
      register = null;
    }
  }

  private LiveRegister register() {
    LiveRegister known = register;
    if (known == null) {
      known = new LiveRegister(store, thresholds, places);
      register = known;
    }
    return known;
  }

  private static Case fresh(Feed<?> feed, String batchId, RejectedRow row) {
    return Case.open(batchId, row.line(), feed.id(), row.named());
  }

  private static List<Suggestion> shown(List<Candidate> candidates) {
    return candidates.stream()
        .limit(SHOWN_CANDIDATES)
        .map(
            candidate ->
                new Suggestion(
                    candidate.uscc().value(),
                    candidate.confidence(),
                    candidate.evidence().stream()
                        .map(e -> e.kind().titleZh() + e.agreement().titleZh())
                        .toList()))
        .toList();
  }
}
