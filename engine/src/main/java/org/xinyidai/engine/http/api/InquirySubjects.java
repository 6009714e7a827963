package org.xinyidai.engine.http.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.InquiryView.AboutToPost;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.inquiry.Subject;
import org.xinyidai.engine.inquiry.Subject.Kind;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.ApplicationId;
import org.xinyidai.models.product.ProductId;

/** What may be asked about, and between whom the talk then is (咨询对象). */
final class InquirySubjects {
  private final Backend backend;

  InquirySubjects(Backend backend) {
    this.backend = backend;
  }

  /** What a body names. */
  Subject parse(@Nullable AboutToPost about) {
    String kind = about == null || about.kind() == null ? "" : about.kind();
    String id = about == null || about.id() == null ? "" : about.id();
    Kind known =
        Kind.ofCode(kind)
            .orElseThrow(
                () ->
                    Refusal.of(
                            ProblemType.INVALID_VALUE,
                            "请说明咨询事项：product、demand 或 application",
                            "Say what it is about: product, demand or application")
                        .at("about.kind"));
    return new Subject(known, id);
  }

  /**
   * Between whom the thread is: an enterprise asks the lender of a product, a lender that it names
   * for its own demand, or the one that it applied to; a lender asks about an application it has.
   * Asks the store, so it belongs on a worker.
   */
  Sides sides(Subject about, @Nullable String named, Account asker) {
    String organisation = asker.organisation();
    return switch (about.kind()) {
      case PRODUCT -> new Sides(enterprise(asker), lenderOf(about.id()));
      case DEMAND -> {
        if (!isOwn(about.id(), enterprise(asker))) {
          throw unknown();
        }
        yield new Sides(organisation, known(named));
      }
      case APPLICATION ->
          Optional.of(about.id())
              .filter(ApplicationId::isWellFormed)
              .flatMap(id -> backend.loans().applications().find(new ApplicationId(id)))
              .map(Application::filing)
              .map(filing -> new Sides(filing.uscc().value(), filing.target().lender()))
              .filter(sides -> organisation.equals(sides.of(asker.role())))
              .orElseThrow(InquirySubjects::unknown);
    };
  }

  /** The two sides of a thread. */
  record Sides(String uscc, String lender) {
    String of(Role role) {
      return role == Role.BANK ? lender : uscc;
    }
  }

  /** A lender that asks about what is no application of its own finds nothing. */
  private static String enterprise(Account asker) {
    if (asker.role() != Role.ENTERPRISE) {
      throw unknown();
    }
    return asker.organisation();
  }

  private String lenderOf(String product) {
    return Optional.of(product)
        .filter(ProductId::isWellFormed)
        .flatMap(id -> backend.platform().shelf().find(new ProductId(id)))
        .map(found -> found.lender().organisation())
        .orElseThrow(InquirySubjects::unknown);
  }

  private boolean isOwn(String demand, String uscc) {
    return Optional.of(demand)
        .filter(DemandId::isWellFormed)
        .flatMap(id -> backend.platform().demands().find(new DemandId(id)))
        .filter(found -> found.uscc().value().equals(uscc))
        .isPresent();
  }

  private String known(@Nullable String named) {
    return Optional.ofNullable(named)
        .map(String::strip)
        .filter(backend.accounts()::hasLender)
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.INVALID_VALUE,
                        "平台上没有该金融机构，请核对名称",
                        "There is no such lender here; check its name")
                    .at("lender"));
  }

  private static Refusal unknown() {
    return Refusal.of(ProblemType.NOT_FOUND).at("about.id");
  }
}
