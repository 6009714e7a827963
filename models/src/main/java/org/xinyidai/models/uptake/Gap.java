package org.xinyidai.models.uptake;

import java.util.List;

/**
 * What would reach a target that is missed (差距): so many more, or fewer, of the counted figure
 * while all else stays.
 *
 * @param count 1 or more
 * @param more whether they are lacking, else too many
 * @param figure what is counted
 * @param places where most of those are who could still be won, or should leave, the most first
 */
public record Gap(long count, boolean more, Figure figure, List<Place> places) {
  /**
   * Subjects that would count, of one kind (潜力分布).
   *
   * @param by what they are grouped by: district, industry, size or type
   * @param code of the group, as the register writes it
   */
  public record Place(By by, String code, long subjects) {}

  /** What subjects are grouped by (分组方式). */
  public enum By {
    DISTRICT("district", "区划"),
    INDUSTRY("industry", "行业门类"),
    SIZE("size", "规模"),
    TYPE("type", "主体类型");

    private final String id;
    private final String titleZh;

    By(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  public Gap {
    places = List.copyOf(places);
    if (count < 1) {
      throw new IllegalArgumentException("a gap of " + count);
    }
  }

  /** Without places. */
  public Gap(long count, boolean more, Figure figure) {
    this(count, more, figure, List.of());
  }

  /** The same with where they are. */
  public Gap at(List<Place> where) {
    return new Gap(count, more, figure, where);
  }

  /** In a clerk's words, such as "还差 312 户（实名认证企业）". */
  public String titleZh() {
    return (more ? "还差 " : "须减少 ") + count + "（" + figure.nameZh() + "）";
  }
}
