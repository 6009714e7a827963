package org.xinyidai.engine.http.api;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.xinyidai.engine.arrears.ArrearsDesk;
import org.xinyidai.engine.claim.ClaimDesk;
import org.xinyidai.engine.complaint.ComplaintDesk;
import org.xinyidai.engine.consent.Consents;
import org.xinyidai.engine.http.call.BodyLimits;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Telemetry;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.lenderreport.LenderReports;
import org.xinyidai.engine.platform.Platform;

/** Every endpoint of the API, each once. */
public final class Api {
  private Api() {}

  public static List<Endpoint> endpoints(
      Backend backend, BodyLimits bodies, Workers workers, Telemetry telemetry) {
    Platform platform = backend.platform();
    LenderReports reports = LenderReports.of(platform, backend.loans(), backend.accounts());
    ClaimDesk claims = ClaimDesk.of(platform, backend.loans(), backend.accounts());
    ComplaintDesk complaints = ComplaintDesk.of(platform, backend.loans(), backend.accounts());
    ArrearsDesk arrears = ArrearsDesk.of(platform, backend.loans(), backend.accounts());
    return Stream.of(
            new FeedApi().endpoints(),
            new RecordApi(platform, bodies, telemetry, workers).endpoints(),
            new BatchApi(platform.batches(), platform.resolution().cases(), workers).endpoints(),
            new ResolutionApi(platform.resolution(), bodies, workers).endpoints(),
            new CodeMapApi(platform, bodies, workers).endpoints(),
            new CleaningApi(platform, bodies, workers).endpoints(),
            new QualityApi(platform, bodies, workers).endpoints(),
            new TargetApi(backend, workers).endpoints(),
            new TargetFigureApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new EnterpriseApi(backend, workers).endpoints(),
            new ScoreApi(platform, bodies.jsonBytes(), workers).endpoints(),
            new FactApi(platform, workers).endpoints(),
            new RightsApi(platform, bodies.jsonBytes(), new SecureRandom(), workers).endpoints(),
            new ReviewApi(platform, bodies.jsonBytes(), workers).endpoints(),
            new NoticeApi(platform.notices(), workers).endpoints(),
            new EventApi(platform.notices(), workers).endpoints(),
            new InquiryApi(backend, bodies.jsonBytes(), new SecureRandom(), workers).endpoints(),
            new ListApi(backend, workers).endpoints(),
            new DemandApi(backend, bodies.jsonBytes(), new SecureRandom(), workers).endpoints(),
            new ScreeningApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new SavedSearchApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new LeadApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new LeadQuotaApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new MatchApi(backend, workers).endpoints(),
            new ProductDraftApi(backend, bodies.jsonBytes(), new SecureRandom(), workers)
                .endpoints(),
            new ProductApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new ProductAttributeApi(platform.attributes()).endpoints(),
            new ProductLifeApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new PolicyApi(platform, bodies.jsonBytes(), workers).endpoints(),
            new MatchDayApi(backend, workers).endpoints(),
            new CatalogueApi(backend, workers).endpoints(),
            new BackfillApi(platform, workers).endpoints(),
            new VaultApi(platform, workers).endpoints(),
            new WarningApi(backend, workers).endpoints(),
            new ConsentApi(
                    backend,
                    new Consents(platform.store()),
                    bodies.jsonBytes(),
                    new SecureRandom(),
                    workers)
                .endpoints(),
            new CreditReportApi(
                    backend, new Consents(platform.store()), bodies.jsonBytes(), workers)
                .endpoints(),
            new ApplicationApi(backend, bodies.jsonBytes(), new SecureRandom(), workers)
                .endpoints(),
            new ApplicationStepApi(backend, bodies.jsonBytes(), new SecureRandom(), workers)
                .endpoints(),
            new LenderReportApi(backend, reports, bodies, workers).endpoints(),
            new DifferenceApi(backend, reports, bodies.jsonBytes(), workers).endpoints(),
            new ClaimApi(backend, claims, bodies.jsonBytes(), new SecureRandom(), workers)
                .endpoints(),
            new ComplaintApi(backend, complaints, bodies.jsonBytes(), new SecureRandom(), workers)
                .endpoints(),
            new ArrearsApi(backend, arrears, bodies.jsonBytes(), workers).endpoints(),
            new SupervisionApi(backend, workers).endpoints(),
            new OfficeReportApi(backend, workers).endpoints(),
            new OfficeExportApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new FilingApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new FeedbackApi(backend, workers).endpoints(),
            new FeedbackWorkApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new SessionApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new ProviderApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new InvitationApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new AccountApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new VerificationApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new CredentialApi(backend, bodies.jsonBytes(), new SecureRandom(), workers).endpoints(),
            new AuditApi(platform, workers).endpoints(),
            new EnterpriseNamesApi(platform, workers).endpoints(),
            new AdviceApi(backend, workers).endpoints(),
            new TrainingSetApi(backend, bodies, workers).endpoints(),
            new ModelApi(platform, bodies.jsonBytes(), workers).endpoints(),
            new MonitoringApi(backend, bodies.jsonBytes(), workers).endpoints(),
            new PlatformApi(backend, telemetry, workers).endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
