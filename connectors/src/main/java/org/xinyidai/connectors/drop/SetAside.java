package org.xinyidai.connectors.drop;

/** Why a file is not taken (退回原因); nothing of it was. The message is for the one who sent it. */
public final class SetAside extends Exception {
  private static final long serialVersionUID = 1L;

  /** What can be wrong with a delivery as a whole. */
  public enum Problem {
    MANIFEST_UNREADABLE("清单无法识别"),
    NOT_A_FILE("不是普通文件"),
    TOO_LARGE("文件超过上限"),
    FEED_UNKNOWN("归集目录项不存在"),
    DIGEST_DIFFERS("摘要不符"),
    FILE_UNREADABLE("文件无法读取"),
    COUNT_DIFFERS("条数不符");

    private final String titleZh;

    Problem(String titleZh) {
      this.titleZh = titleZh;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  private final Problem problem;
  private final String detail;

  public SetAside(Problem problem, String detail) {
    super(problem.titleZh() + " " + problem + ": " + detail);
    this.problem = problem;
    this.detail = detail;
  }

  public Problem problem() {
    return problem;
  }

  /** What is wrong with this file, and what to do. */
  public String detail() {
    return detail;
  }
}
