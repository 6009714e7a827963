package org.xinyidai.engine.archive;

/**
 * Who reads a score, and why (查询人与事由).
 *
 * @param role as the table of permissions names it; {@code operator} for the command line
 * @param organisation whose reading it is
 * @param why what it is read for
 * @param subject what exactly, such as the number of a demand; empty where the reason says all
 */
public record Reader(String role, String organisation, Why why, String subject) {
  /** Why a score is read; the name is the stable code. */
  public enum Why {
    OWN("企业本人查询"),
    SUPERVISION("主管部门查询"),
    LENDING("金融机构经授权查询"),
    DEMAND("融资需求匹配"),
    BATCH("批量评分"),
    /** Scored beside the champion by a model on trial; told to nobody. */
    SHADOW("影子评分"),
    /** Computed again after a decision on an objection or a repair; read by nobody yet. */
    RECOMPUTED("异议或修复后重新评分");

    private final String titleZh;

    Why(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }
}
