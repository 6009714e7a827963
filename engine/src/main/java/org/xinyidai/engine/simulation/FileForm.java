package org.xinyidai.engine.simulation;

import org.xinyidai.models.record.Feed;

/**
 * How an office packs its files (文件形式): offices differ, and a platform must read them all.
 *
 * @param json NDJSON instead of CSV
 * @param chineseHeader columns named by their Chinese titles
 */
record FileForm(boolean json, boolean chineseHeader, Encoding encoding, boolean gzip) {
  /** How characters are written. */
  enum Encoding {
    UTF_8,
    UTF_8_WITH_MARK,
    GB18030
  }

  private static final FileForm CSV = new FileForm(false, false, Encoding.UTF_8, false);
  private static final FileForm CHINESE_CSV = new FileForm(false, true, Encoding.UTF_8, false);
  private static final FileForm MARKED_CSV =
      new FileForm(false, true, Encoding.UTF_8_WITH_MARK, false);
  private static final FileForm GB_CSV = new FileForm(false, true, Encoding.GB18030, false);
  private static final FileForm GZIP_CSV = new FileForm(false, true, Encoding.UTF_8, true);
  private static final FileForm NDJSON = new FileForm(true, false, Encoding.UTF_8, false);

  /** The form that the office of a feed keeps to. */
  static FileForm of(Feed<?> feed) {
    return switch (feed.id()) {
      case "vat_output", "procurement", "intellectual_property" -> CSV;
      case "electricity", "penalty" -> MARKED_CSV;
      case "gas", "heat", "real_estate" -> GB_CSV;
      case "logistics" -> GZIP_CSV;
      case "tax_declaration", "tax_payment", "social_security", "market_registration", "judicial" ->
          NDJSON;
      default -> CHINESE_CSV;
    };
  }

  String suffix() {
    return (json ? ".ndjson" : ".csv") + (gzip ? ".gz" : "");
  }
}
