package org.xinyidai.engine.supervision;

import java.util.Optional;
import org.xinyidai.engine.serving.Register;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Section;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SizeMeasures;
import org.xinyidai.models.subject.Uscc;

/**
 * Where an enterprise belongs by the register (企业归属): district, section of the industry, size.
 *
 * @param district six digits; those inside the code where the register is silent
 * @param section letter of GB/T 4754-2017; empty where not known
 * @param size empty where a measure that its industry is judged by is not known
 */
public record Place(String district, Optional<Section> section, Optional<SizeClass> size) {
  /** The key of what is not known. */
  public static final String UNKNOWN = "unknown";

  static Place of(Register register, Uscc uscc) {
    Optional<MarketRegistration> newest = register.newest(uscc);
    Optional<Industry> industry = newest.flatMap(entry -> Industry.parse(entry.industryCode()));
    return new Place(
        newest.map(MarketRegistration::divisionCode).orElse(uscc.divisionCode()),
        industry.map(Industry::section),
        newest.flatMap(entry -> industry.flatMap(known -> size(known, entry))));
  }

  private static Optional<SizeClass> size(Industry industry, MarketRegistration entry) {
    return SizeClass.of(
        industry, new SizeMeasures(entry.employees(), entry.revenueFen(), entry.assetsFen()));
  }

  boolean isWithin(Region region) {
    return Region.isWellFormed(district) && new Region(district).isWithin(region);
  }

  /** The group that it falls into; only for dimensions of an enterprise. */
  String key(FunnelDimension dimension) {
    return switch (dimension) {
      case DISTRICT -> district;
      case INDUSTRY -> section.map(Section::name).orElse(UNKNOWN);
      case SIZE -> size.map(one -> one.spellings().get(0)).orElse(UNKNOWN);
      case LENDER, PRODUCT, FIRST_LOAN, SECURITY ->
          throw new IllegalArgumentException(dimension + " is not of an enterprise");
    };
  }
}
