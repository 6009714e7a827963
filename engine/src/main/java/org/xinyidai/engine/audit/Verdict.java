package org.xinyidai.engine.audit;

import java.util.Optional;

/**
 * What following the chain came to (审计核验结论).
 *
 * @param entries that hold, counted from the first
 * @param broken what is wrong after them; empty when the chain is whole
 * @param at the number of the entry at which it breaks, 0 when it is whole
 */
public record Verdict(long entries, Optional<Break> broken, long at) {

  /** How a chain breaks. */
  public enum Break {
    MISSING("缺失：该编号的记录不存在", "an entry is missing"),
    ALTERED("被改动：内容、次序或前一条与其摘要不符", "the entry, or its place, is not what its digest says"),
    REWRITTEN("被重写：与外存的签名链头不符", "the chain was written anew: a head kept elsewhere says otherwise"),
    CUT("被截断：链尾之后还应有记录", "the end was cut off: there were entries after the last one"),
    ADDED("被追加：链尾之后多出记录", "entries stand behind the end of the chain");

    private final String zh;
    private final String en;

    Break(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  static Verdict whole(long entries) {
    return new Verdict(entries, Optional.empty(), 0);
  }

  static Verdict broken(long entries, Break how, long at) {
    return new Verdict(entries, Optional.of(how), at);
  }
}
