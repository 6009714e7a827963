package org.xinyidai.models.uptake;

import java.util.regex.Pattern;

/**
 * A number that targets are made of (统计口径), with the exact population that it counts.
 *
 * @param id stable name in packs, files and calls: small letters, digits and underscores
 * @param nameZh what clerks call it
 * @param nameEn the same in English
 * @param populationZh exactly what is counted and what is left out (口径)
 * @param origin who tells it
 */
public record Figure(String id, String nameZh, String nameEn, String populationZh, Origin origin) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{1,59}");

  /** Who tells a figure (数据来源). */
  public enum Origin {
    /** Counted from what the platform holds. */
    PLATFORM("platform", "平台数据"),
    /** Entered by the office with evidence, and marked so wherever it is shown. */
    HAND("hand", "人工填报");

    private final String id;
    private final String titleZh;

    Origin(String id, String titleZh) {
      this.id = id;
      this.titleZh = titleZh;
    }

    /** The stable name in files and answers. */
    public String id() {
      return id;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  public Figure {
    if (!ID.matcher(id).matches() || nameZh.isBlank() || nameEn.isBlank()) {
      throw new IllegalArgumentException("a figure has an id and two names: " + id);
    }
  }
}
