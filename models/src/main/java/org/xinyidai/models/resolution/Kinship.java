package org.xinyidai.models.resolution;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.resolution.Evidence.Agreement;
import org.xinyidai.models.resolution.Evidence.Kind;

/** What the names alone let a claim be to a candidate (名称关系); other evidence weighs by it. */
enum Kinship {
  /** The names are the same. */
  SELF,
  /** The names are alike: a slip of the pen, or a sister firm (关联企业), which shares the owner. */
  SISTER,
  /** The claim is in the owner's own name, so the owner is said already. */
  OWNER,
  /** The names have nothing in common. */
  STRANGER,
  /** The claim tells no name. */
  UNNAMED;

  static Kinship of(List<Evidence> names) {
    if (agreement(names, Kind.HOLDER).isPresent()) {
      return OWNER;
    }
    Optional<Agreement> name = agreement(names, Kind.NAME);
    if (name.isEmpty()) {
      return UNNAMED;
    }
    boolean form =
        agreement(names, Kind.LEGAL_FORM).filter(each -> each != Agreement.CLOSE).isEmpty();
    return switch (name.get()) {
      case SAME -> form && agreement(names, Kind.BRANCH).isEmpty() ? SELF : SISTER;
      case DIFFERENT -> STRANGER;
      default -> SISTER;
    };
  }

  private static Optional<Agreement> agreement(List<Evidence> names, Kind kind) {
    return names.stream().filter(e -> e.kind() == kind).map(Evidence::agreement).findFirst();
  }
}
