package org.xinyidai.engine.feedback;

import java.util.Arrays;
import java.util.Optional;

/** To whom results are returned (回传层级). */
public enum Tier {
  /** The node of the province or region, which may pass results on. */
  REGIONAL("regional", "区域节点", (byte) 'r'),
  NATIONAL("national", "国家平台", (byte) 'n');

  private final String code;
  private final String titleZh;
  private final byte key;

  Tier(String code, String titleZh, byte key) {
    this.code = code;
    this.titleZh = titleZh;
    this.key = key;
  }

  /** The stable name in requests, answers and options. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  /** The stable mark in keys. */
  byte key() {
    return key;
  }

  public static Optional<Tier> ofCode(String code) {
    return Arrays.stream(values()).filter(tier -> tier.code.equals(code)).findFirst();
  }
}
