package org.xinyidai.engine.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.print.PdfSeal;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.filing.Filing.FiledFile;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.RefusedRequest;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.calendar.ChinaTime;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.product.Text;

/**
 * Files reports (报送): makes both files, signs what they are, and keeps them for good. A PDF bears
 * the platform's signature inside as well.
 */
public final class FilingDesk {
  private static final String SIGNER = "xinyidai";

  private final Store store;
  private final Path keyFile;
  private final OfficeReports reports;
  private final Filings filings;
  private final FilingCalendar calendar;

  FilingDesk(
      Store store, Path keyFile, OfficeReports reports, Filings filings, FilingCalendar calendar) {
    this.store = store;
    this.keyFile = keyFile;
    this.reports = reports;
    this.filings = filings;
    this.calendar = calendar;
  }

  /** Why a report cannot be filed. */
  public static final class Refused extends RefusedRequest {
    private static final long serialVersionUID = 1;

    Refused(String field, Text words) {
      super(field, words);
    }
  }

  /**
   * What is to be filed.
   *
   * @param reason why it corrects the version before; empty for a first one
   */
  public record Order(ReportSubject subject, Account account, boolean simulated, String reason) {}

  /** Files that are ready to be kept, by {@link #file}. */
  public record Ready(Order order, int version, Map<FileForm, byte[]> files, long auditNumber) {
    public Ready {
      files = Map.copyOf(files);
    }
  }

  /**
   * Makes the files.
   *
   * @throws Refused when the period has not ended
   */
  public Ready prepare(Order order, LocalDate today) {
    ReportSubject subject = order.subject();
    if (!today.isAfter(subject.period().lastDay())) {
      throw new Refused(
          "period",
          new Text(
              subject.period().titleZh() + "尚未结束，请于结束后报送",
              "the period " + subject.period() + " has not ended: file it afterwards"));
    }
    int version = filings.of(subject.pack().id(), subject.period().code()).size() + 1;
    String correction =
        version == 1 ? "" : "第%d版，更正第%d版：%s".formatted(version, version - 1, order.reason());
    ReportContent content = reports.content(subject, order.simulated(), correction);
    Map<FileForm, byte[]> files = new EnumMap<>(FileForm.class);
    for (FileForm form : FileForm.values()) {
      files.put(form, ReportFile.of(content, form, Tongue.ZH));
    }
    files.computeIfPresent(
        FileForm.PDF, (form, plain) -> PdfSeal.seal(plain, key(), SIGNER, store.instant()));
    return new Ready(order, version, files, new AuditTrail(store).head().number());
  }

  /**
   * Keeps what was made, as a part of a larger change.
   *
   * @throws Refused when another version was filed in the meantime, or a correction gives no reason
   */
  public Filing file(Changes changes, Ready ready) {
    ReportSubject subject = ready.order().subject();
    String pack = subject.pack().id();
    String period = subject.period().code();
    if (filings.versions(changes, pack, period) != ready.version() - 1) {
      throw new Refused(
          "period",
          new Text("该期刚有新版本报送，请核对后再试", "another version was filed just now: look at it first"));
    }
    if (ready.version() > 1 && ready.order().reason().isBlank()) {
      throw new Refused(
          "reason",
          new Text(
              "该期已报送，再次报送为更正，请说明理由",
              "this period is filed: another version corrects it, so give a reason"));
    }
    Filing draft = draft(changes, ready, pack, period);
    Sm2Key key = key();
    String signature = HexFormat.of().formatHex(Sm2Seal.sign(key, draft.statement()));
    return filings.put(changes, draft.signed(signature, key.publicHex()), ready.files());
  }

  private Filing draft(Changes changes, Ready ready, String pack, String period) {
    ReportSubject subject = ready.order().subject();
    LocalDate filedOn = ChinaTime.dayOf(changes.instant());
    Deadline.Timeliness timeliness = calendar.judge(subject.period(), filedOn);
    int version = ready.version();
    @Nullable String replaces = version == 1 ? null : Filing.id(pack, period, version - 1);
    return new Filing(
        Filing.id(pack, period, version),
        pack,
        period,
        version,
        subject.asOf(),
        ready.order().account().organisation(),
        ready.order().account().id(),
        changes.instant(),
        calendar.due(subject.period()),
        timeliness.name().toLowerCase(Locale.ROOT),
        replaces,
        ready.order().reason(),
        ready.auditNumber(),
        ready.files().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(file -> filed(file.getKey(), file.getValue()))
            .toList(),
        "",
        "");
  }

  private static FiledFile filed(FileForm form, byte[] bytes) {
    return new FiledFile(form, bytes.length, Sm3.of(bytes));
  }

  private Sm2Key key() {
    try {
      return Sm2Key.ofFile(keyFile, new SecureRandom());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
