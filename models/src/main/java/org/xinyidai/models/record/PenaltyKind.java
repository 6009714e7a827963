package org.xinyidai.models.record;

import java.util.List;
import org.xinyidai.models.subject.Code;

/** Kind of administrative penalty (处罚类别), 行政处罚法 art. 9. */
public enum PenaltyKind implements Code {
  WARNING("警告|通报批评"),
  FINE("罚款"),
  CONFISCATION("没收违法所得|没收非法财物"),
  SUSPENSION("责令停产停业|限制开展生产经营活动"),
  LICENCE_REVOKED("吊销许可证件|暂扣许可证件"),
  DETENTION("行政拘留"),
  OTHER("其他");

  /** All codes in stored order. */
  public static final List<PenaltyKind> ALL = List.of(values());

  private final String spellings;

  PenaltyKind(String spellings) {
    this.spellings = spellings;
  }

  @Override
  public List<String> spellings() {
    return List.of(spellings.split("\\|"));
  }
}
