package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.audit.AccessLog;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.consent.DataCategory;
import org.xinyidai.engine.creditreport.CreditReport;
import org.xinyidai.engine.creditreport.CreditReports;
import org.xinyidai.engine.creditreport.CreditReports.Checked;
import org.xinyidai.engine.creditreport.ReportDesk;
import org.xinyidai.engine.creditreport.VerificationCode;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.MediaTypes;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Act;
import org.xinyidai.engine.store.Command;
import org.xinyidai.models.subject.Uscc;

/** Credit reports: printed by the subject or who it lets, verified by anyone (信用报告, E5). */
final class CreditReportApi {
  private static final String PATH = "/enterprises/{uscc}/credit-reports";
  private static final int LONGEST_PURPOSE = 100;

  /** A report of some hundred pages; whoever checks one needs no account, so more is not taken. */
  private static final int MAX_FILE_BYTES = 2 << 20;

  private final Backend backend;
  private final ReportDesk desk;
  private final Consents consents;
  private final int maxBytes;
  private final Workers workers;

  /** What the report is for, in the reader's words. */
  record ReportToPrint(@Nullable String purpose) {}

  /** What anyone with the code may compare with the paper; who printed it is not their business. */
  record Genuine(
      String code,
      String uscc,
      @Nullable String name,
      List<String> sections,
      @Nullable Integer points,
      @Nullable String grade,
      LocalDate asOf,
      Instant issuedAt,
      String sm3,
      String publicKey) {
    static Genuine of(CreditReport report, String publicKey) {
      return new Genuine(
          report.code(),
          report.uscc(),
          report.name(),
          report.sections(),
          report.points(),
          report.grade(),
          report.asOf(),
          report.issuedAt(),
          report.sm3(),
          publicKey);
    }
  }

  /** What a file turned out to be, with the report where it is one of ours. */
  record Checkup(
      boolean genuine, boolean signed, String textZh, String textEn, @Nullable Genuine report) {}

  CreditReportApi(Backend backend, Consents consents, int maxBytes, Workers workers) {
    this.backend = backend;
    this.desk = desk(backend.platform());
    this.consents = consents;
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  private static ReportDesk desk(Platform platform) {
    return new ReportDesk(
        new ReportDesk.Rooms(
            platform.store(),
            platform.vectors(),
            platform.scores(),
            platform.archive(),
            platform.redress()),
        new CreditReports(platform.store(), platform.sealKey(), new SecureRandom()));
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(Operation.PRINT_CREDIT_REPORT, PATH, Intake.json(maxBytes), this::print),
        Endpoint.get(Operation.GET_CREDIT_REPORT, PATH + "/{code}", this::file)
            .producing(MediaTypes.PDF),
        Endpoint.get(Operation.LOOK_UP_CREDIT_REPORT, "/credit-reports/{code}", this::verification),
        Endpoint.post(
            Operation.CHECK_CREDIT_REPORT,
            "/credit-reports/checks",
            Intake.pdf(MAX_FILE_BYTES),
            this::check));
  }

  private Future<Answer> print(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    String purpose = purpose(call.json(ReportToPrint.class));
    return workers.run(
        () -> {
          if (!access.covers(uscc.value())) {
            throw EnterpriseApi.notFound();
          }
          Command<CreditReport> printed =
              desk.prepare(asked(uscc, access, purpose)).orElseThrow(EnterpriseApi::notFound);
          Command<Answer> once =
              OncePerKey.of(
                  call,
                  Operation.PRINT_CREDIT_REPORT,
                  changes -> {
                    CreditReport report = printed.decide(changes);
                    String path = "/enterprises/" + uscc.value() + "/credit-reports/";
                    return Answer.created(path + report.code(), report);
                  });
          note(uscc, access.account(), purpose);
          return backend.platform().store().execute(once);
        });
  }

  private ReportDesk.Asked asked(Uscc uscc, Access access, String purpose) {
    return new ReportDesk.Asked(
        uscc,
        backend.usualDay(),
        backend.platform().store().instant(),
        shown(uscc, access.account()),
        Readers.of(access),
        purpose,
        backend.installation().simulated());
  }

  /** A lender sees what the enterprise consented to, everyone else who may print sees all. */
  private Set<DataCategory> shown(Uscc uscc, Account reader) {
    Set<DataCategory> shown = EnumSet.allOf(DataCategory.class);
    if (reader.role() == Role.BANK) {
      shown.removeIf(category -> consents.opening(uscc, reader.organisation(), category).isEmpty());
    }
    return shown;
  }

  private void note(Uscc uscc, Account reader, String purpose) {
    if (!reader.organisation().equals(uscc.value())) {
      Act.current()
          .ifPresent(act -> new AccessLog(backend.platform().store()).note(uscc, act, purpose));
    }
  }

  private static String purpose(ReportToPrint posted) {
    String purpose = posted.purpose() == null ? "" : posted.purpose().strip();
    if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "请填写查询事由，不超过" + LONGEST_PURPOSE + "字",
              "Say what the report is for, in at most " + LONGEST_PURPOSE + " characters")
          .at("purpose");
    }
    return purpose;
  }

  private Future<Answer> file(Call call) {
    Uscc uscc = call.uscc();
    Access access = call.access();
    String typed = call.path("code");
    return workers.run(
        () -> {
          VerificationCode code =
              VerificationCode.parse(typed).orElseThrow(CreditReportApi::notFound);
          // Asked also where there is no such report: the time must not tell of it.
          boolean covered = access.covers(uscc.value());
          CreditReport report =
              desk.reports()
                  .find(code)
                  .filter(one -> covered && mayRead(access, uscc, one))
                  .orElseThrow(CreditReportApi::notFound);
          byte[] file = desk.reports().file(code).orElseThrow(CreditReportApi::notFound);
          note(uscc, access.account(), report.purpose());
          return Answer.file(MediaTypes.PDF, "credit-report-" + code + ".pdf", file);
        });
  }

  /** A lender finds what it printed itself, as long as the consent to every part of it holds. */
  private boolean mayRead(Access access, Uscc uscc, CreditReport report) {
    Account reader = access.account();
    return report.uscc().equals(uscc.value())
        && (reader.role() != Role.BANK
            || (report.printedFor().equals(reader.organisation())
                && shown(uscc, reader).stream()
                    .map(DataCategory::id)
                    .toList()
                    .containsAll(report.sections())));
  }

  private Future<Answer> verification(Call call) {
    String code = call.path("code");
    return workers.run(
        () ->
            Answer.json(
                VerificationCode.parse(code)
                    .flatMap(desk.reports()::find)
                    .map(report -> Genuine.of(report, desk.reports().publicKey()))
                    .orElseThrow(CreditReportApi::notFound)));
  }

  private Future<Answer> check(Call call) {
    Buffer body = call.body();
    return workers.run(() -> Answer.json(checkup(desk.reports().check(body.getBytes()))));
  }

  private Checkup checkup(Checked checked) {
    @Nullable Genuine report =
        checked.report().map(r -> Genuine.of(r, desk.reports().publicKey())).orElse(null);
    if (checked.isGenuine()) {
      return new Checkup(true, true, "本平台出具，未被改动", "Printed here and unaltered", report);
    }
    return checked.signed()
        ? new Checkup(
            false,
            true,
            "签名有效，但平台没有此报告的存根",
            "Signed by this platform, which no longer keeps it",
            null)
        : new Checkup(false, false, "不是本平台出具的文件，或已被改动", "Not printed here, or altered since", null);
  }

  private static Refusal notFound() {
    return Refusal.of(
            ProblemType.NOT_FOUND,
            "没有此核验码的报告，请核对后重试",
            "There is no report of this code; check it and try again")
        .at("code");
  }
}
