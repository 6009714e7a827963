package org.xinyidai.engine.creditreport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.archive.ScoreArchive;
import org.xinyidai.engine.archive.StoredScore;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.dispute.CaseFile;
import org.xinyidai.engine.redress.RedressDesk;
import org.xinyidai.engine.serving.Profile;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.FactRow;
import org.xinyidai.engine.store.FactRows;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.AdverseRecords;
import org.xinyidai.models.dispute.RepairRoute;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.record.SourceRecord;
import org.xinyidai.models.subject.Uscc;

/** Puts together what a report says and prints it (信用报告出具). */
public final class ReportDesk {
  /** Of one feed; more adverse records than anyone reads on paper. */
  private static final int MOST_ADVERSE = 500;

  private final Rooms rooms;
  private final CreditReports reports;
  private final FactRows rows;

  /** Where the parts of a report come from. */
  public record Rooms(
      Store store, Vectors vectors, Scores scores, ScoreArchive archive, RedressDesk redress) {}

  /**
   * Who asks for a report, and of what.
   *
   * @param shown the parts that the reader may see
   * @param purpose in the reader's words
   */
  public record Asked(
      Uscc uscc,
      LocalDate asOf,
      Instant knownAt,
      Set<DataCategory> shown,
      Reader reader,
      String purpose,
      boolean simulated) {
    public Asked {
      shown = Set.copyOf(shown);
    }
  }

  public ReportDesk(Rooms rooms, CreditReports reports) {
    this.rooms = rooms;
    this.reports = reports;
    this.rows = new FactRows(rooms.store());
  }

  /** The reports that were printed. */
  public CreditReports reports() {
    return reports;
  }

  /** Empty where nothing was known of the enterprise; else what keeps a printed report. */
  public Optional<Command<CreditReport>> prepare(Asked asked) {
    History history = rooms.vectors().history(asked.uscc(), asked.knownAt());
    if (history.isEmpty()) {
      return Optional.empty();
    }
    ReportContent content = content(asked, history);
    CreditReport draft = stub(asked, content, reports.nextCode());
    byte[] file = reports.print(content, draft, asked.simulated());
    return Optional.of(changes -> reports.put(changes, draft.withDigest(Sm3.of(file)), file));
  }

  private ReportContent content(Asked asked, History history) {
    return new ReportContent(
        Profile.of(history, asked.asOf()),
        history,
        asked.asOf(),
        asked.shown(),
        asked.shown().contains(DataCategory.SCORE) ? score(asked, history) : null,
        asked.shown().contains(DataCategory.RECORDS) ? adverse(asked) : List.of(),
        disputed(asked.uscc()));
  }

  private @Nullable StoredScore score(Asked asked, History history) {
    return rooms
        .scores()
        .score(rooms.vectors().at(history, asked.asOf()), null)
        .map(scored -> rooms.archive().serve(scored, asked.reader()))
        .orElse(null);
  }

  private List<FactRow> adverse(Asked asked) {
    List<FactRow> known =
        Feeds.KNOWN.stream()
            .filter(feed -> RepairRoute.of(feed).isPresent())
            .flatMap(feed -> rows.page(asked.uscc(), feed, null, MOST_ADVERSE).stream())
            .filter(row -> !row.withdrawn())
            .toList();
    AdverseRecords adverse =
        new AdverseRecords(known.stream().map(ReportDesk::record).toList(), asked.asOf());
    return known.stream().filter(row -> adverse.count(record(row))).toList();
  }

  private static SourceRecord record(FactRow row) {
    return row.name().feed().read(row.row());
  }

  private List<FactRow.Name> disputed(Uscc uscc) {
    return rooms.redress().of(uscc).stream()
        .filter(CaseFile::disputesItsFact)
        .map(CaseFile::fact)
        .distinct()
        .sorted(Comparator.comparing(FactRow.Name::toString))
        .toList();
  }

  private CreditReport stub(Asked asked, ReportContent content, VerificationCode code) {
    StoredScore score = content.score();
    boolean named = asked.shown().contains(DataCategory.IDENTITY);
    return new CreditReport(
        code.toString(),
        asked.uscc().value(),
        named ? content.profile().name() : null,
        asked.shown().stream().sorted().map(DataCategory::id).toList(),
        score == null ? null : score.id().toString(),
        score == null ? null : score.score().points(),
        score == null ? null : score.score().grade().name(),
        asked.asOf(),
        asked.reader().organisation(),
        asked.purpose(),
        rooms.store().instant(),
        "");
  }
}
