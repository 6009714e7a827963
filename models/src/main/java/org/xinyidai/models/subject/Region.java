package org.xinyidai.models.subject;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place (行政区划) by its six digits of GB/T 2260: province, city, county, two digits each; zeros at
 * the end name the whole.
 */
public record Region(String divisionCode) {
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern ZEROS_AT_END = Pattern.compile("(00)+$");

  private static final Map<String, String> PROVINCES =
      Map.ofEntries(
          Map.entry("11", "北京市"),
          Map.entry("12", "天津市"),
          Map.entry("13", "河北省"),
          Map.entry("14", "山西省"),
          Map.entry("15", "内蒙古自治区"),
          Map.entry("21", "辽宁省"),
          Map.entry("22", "吉林省"),
          Map.entry("23", "黑龙江省"),
          Map.entry("31", "上海市"),
          Map.entry("32", "江苏省"),
          Map.entry("33", "浙江省"),
          Map.entry("34", "安徽省"),
          Map.entry("35", "福建省"),
          Map.entry("36", "江西省"),
          Map.entry("37", "山东省"),
          Map.entry("41", "河南省"),
          Map.entry("42", "湖北省"),
          Map.entry("43", "湖南省"),
          Map.entry("44", "广东省"),
          Map.entry("45", "广西壮族自治区"),
          Map.entry("46", "海南省"),
          Map.entry("50", "重庆市"),
          Map.entry("51", "四川省"),
          Map.entry("52", "贵州省"),
          Map.entry("53", "云南省"),
          Map.entry("54", "西藏自治区"),
          Map.entry("61", "陕西省"),
          Map.entry("62", "甘肃省"),
          Map.entry("63", "青海省"),
          Map.entry("64", "宁夏回族自治区"),
          Map.entry("65", "新疆维吾尔自治区"),
          Map.entry("71", "台湾省"),
          Map.entry("81", "香港特别行政区"),
          Map.entry("82", "澳门特别行政区"));

  public Region {
    if (!isWellFormed(divisionCode)) {
      throw new IllegalArgumentException("not six digits: " + divisionCode);
    }
  }

  /** Says whether untrusted text has the form of a code; ask this first. */
  public static boolean isWellFormed(String text) {
    return SIX_DIGITS.matcher(text).matches();
  }

  /** The first two digits. */
  public String provinceCode() {
    return divisionCode.substring(0, 2);
  }

  /** The first four digits. */
  public String cityCode() {
    return divisionCode.substring(0, 4);
  }

  /** The name of the province (省级行政区); empty where no province has the code. */
  public Optional<String> province() {
    return Optional.ofNullable(PROVINCES.get(provinceCode()));
  }

  /** Whether this place is the other or lies in it. */
  public boolean isWithin(Region other) {
    return divisionCode.startsWith(ZEROS_AT_END.matcher(other.divisionCode).replaceFirst(""));
  }
}
