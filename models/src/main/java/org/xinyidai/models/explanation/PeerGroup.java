package org.xinyidai.models.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SizeMeasures;

/**
 * Enterprises that are fairly compared (同行业同规模企业).
 *
 * @param code stable name of the group, such as {@code 13/SMALL}, {@code C/SMALL}, {@code /SMALL}
 *     or {@code /}
 */
public record PeerGroup(Level level, String code, Text title) {

  /** How near the peers of a group are, the nearest first. */
  public enum Level {
    /** The same division (大类) of GB/T 4754 and the same size class. */
    INDUSTRY,
    /** The same section (门类) and the same size class. */
    SECTION,
    /** The same size class, whatever the industry. */
    SIZE,
    /** All enterprises. */
    ALL
  }

  private static final PeerGroup EVERYONE =
      new PeerGroup(Level.ALL, "/", new Text("全部企业", "enterprises of all kinds"));

  /**
   * The groups that an enterprise belongs to, from the nearest peers to all: those first who are
   * like it, and wider ones for where they are too few.
   *
   * @param registration what the register says of it; null where it says nothing
   */
  public static List<PeerGroup> of(@Nullable MarketRegistration registration) {
    Optional<Industry> industry =
        registration == null ? Optional.empty() : Industry.parse(registration.industryCode());
    if (registration == null || industry.isEmpty()) {
      return List.of(EVERYONE);
    }
    SizeMeasures measures =
        new SizeMeasures(
            registration.employees(), registration.revenueFen(), registration.assetsFen());
    return of(industry.get(), SizeClass.of(industry.get(), measures));
  }

  /** The same of an industry and, where it is known, a size. */
  static List<PeerGroup> of(Industry industry, Optional<SizeClass> size) {
    String division = industry.digits().substring(0, 2);
    String ending = "/" + size.map(SizeClass::name).orElse("");
    String sizeZh = size.map(one -> one.spellings().get(0)).orElse("");
    String sizeEn = size.map(one -> one.name().toLowerCase(Locale.ROOT) + " ").orElse("");
    String section = industry.section().titleZh();
    List<PeerGroup> groups = new ArrayList<>();
    groups.add(
        new PeerGroup(
            Level.INDUSTRY,
            division + ending,
            new Text(
                "%s（大类%s）%s企业".formatted(section, division, sizeZh),
                "%senterprises of division %s".formatted(sizeEn, division))));
    groups.add(
        new PeerGroup(
            Level.SECTION,
            industry.section().name() + ending,
            new Text(
                section + sizeZh + "企业",
                "%senterprises of section %s".formatted(sizeEn, industry.section()))));
    if (size.isPresent()) {
      groups.add(
          new PeerGroup(
              Level.SIZE,
              ending,
              new Text("全部" + sizeZh + "企业", sizeEn + "enterprises of all industries")));
    }
    groups.add(EVERYONE);
    return groups;
  }
}
