package org.xinyidai.engine.http.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.serving.Profile;

/** An enterprise as the API shows it (企业概况); what the register has not said is null. */
record EnterpriseView(
    String uscc,
    @Nullable String name,
    @Nullable LocalDate foundedOn,
    @Nullable String status,
    @Nullable String industryCode,
    @Nullable String divisionCode,
    @Nullable String subjectType,
    List<String> feeds,
    long records) {

  static EnterpriseView of(Profile profile) {
    return new EnterpriseView(
        profile.uscc().value(),
        profile.name(),
        profile.foundedOn(),
        nameOf(profile.status()),
        profile.industryCode(),
        profile.divisionCode(),
        nameOf(profile.subjectType()),
        profile.feeds(),
        profile.records());
  }

  private static @Nullable String nameOf(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
