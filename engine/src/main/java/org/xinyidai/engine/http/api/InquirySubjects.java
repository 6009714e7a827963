package org.xinyidai.engine.http.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.InquiryView.AboutToPost;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.inquiry.Subject;
import org.xinyidai.engine.inquiry.Subject.Kind;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.product.ProductId;

/** What enterprises may ask about, and whom they then ask (咨询对象). */
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
                            "请说明咨询事项：product 或 demand",
                            "Say what it is about: product or demand")
                        .at("about.kind"));
    return new Subject(known, id);
  }

  /**
   * Whom an enterprise asks: the lender of the product, or a lender that it names for its own
   * demand. Asks the store, so it belongs on a worker.
   */
  String lender(Subject about, @Nullable String named, String uscc) {
    return switch (about.kind()) {
      case PRODUCT -> lenderOf(about.id());
      case DEMAND -> {
        if (!isOwn(about.id(), uscc)) {
          throw unknown();
        }
        yield known(named);
      }
    };
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
        .filter(this::isLender)
        .orElseThrow(
            () ->
                Refusal.of(
                        ProblemType.INVALID_VALUE,
                        "平台上没有该金融机构，请核对名称",
                        "There is no such lender here; check its name")
                    .at("lender"));
  }

  private boolean isLender(String name) {
    return backend.accounts().all().stream()
        .anyMatch(one -> one.role() == Role.BANK && one.organisation().equals(name));
  }

  private static Refusal unknown() {
    return Refusal.of(ProblemType.NOT_FOUND).at("about.id");
  }
}
