package org.xinyidai.engine.evaluation;

import java.util.Map;

/** Why a column is in a model or not, for people (变量去留说明). */
final class FateText {
  private static final Map<String, String> ZH =
      Map.of(
          "chosen", "入选",
          "information value too low", "信息值过低",
          "correlated with a stronger one", "与更强变量高度相关",
          "adds too little", "增益不足",
          "sign turns beside the others", "与其他变量并用时系数反号",
          "no split on it", "树未使用");

  private FateText() {}

  static String zh(String fate) {
    return ZH.getOrDefault(fate, fate);
  }
}
