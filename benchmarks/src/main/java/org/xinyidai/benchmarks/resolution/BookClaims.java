package org.xinyidai.benchmarks.resolution;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.xinyidai.benchmarks.resolution.BookRegister.Firm;
import org.xinyidai.benchmarks.resolution.BookRegister.Place;
import org.xinyidai.engine.resolution.LabelledClaim;

/**
 * What a meter book says of enterprises (模拟户名台账): place names dropped or added, forms exchanged,
 * widths and brackets of any kind, characters mistaken by sound, narrow columns, old names and
 * numbers.
 */
final class BookClaims {
  private static final Transliterator TRADITIONAL = Transliterator.getInstance("Hans-Hant");
  private static final Transliterator WIDE = Transliterator.getInstance("Halfwidth-Fullwidth");
  private static final List<String> REMARKS =
      List.of("（2号表）", "(商业)", "-食堂", "（临时）", "【欠费】", "办公", "(原户)");
  private static final List<Integer> WIDTHS = List.of(10, 12, 15, 16);

  private final SplittableRandom random;
  private final BookWords words;
  private final BookRegister register;
  private final Variation variation;

  BookClaims(SplittableRandom random, BookWords words, BookRegister register, Variation variation) {
    this.random = random;
    this.words = words;
    this.register = register;
    this.variation = variation;
  }

  List<LabelledClaim> make(int count) {
    List<LabelledClaim> claims = new ArrayList<>();
    while (claims.size() < count) {
      long line = claims.size() + 2L;
      if (!chance(variation.outsiders())) {
        Firm firm = register.anyone();
        claims.add(claim(firm, true).labelled(line, Optional.of(firm.told().uscc())));
        continue;
      }
      boolean kin = chance(2 * variation.kin());
      Firm outsider = kin ? register.neighbour(register.anyone()) : register.stranger();
      if (register.isFree(outsider)) {
        claims.add(claim(outsider, false).labelled(line, Optional.empty()));
      }
    }
    return claims;
  }

  private ClaimRow claim(Firm firm, boolean registered) {
    SimulatedFirm told = firm.told();
    SimulatedFirm other = register.anyone().told();
    String owner = chance(6) ? words.person() : told.owner();
    String phone = chance(10) ? words.phone() : told.phone();
    return new ClaimRow()
        .with("用户名称", chance(3) ? told.owner() : written(firm))
        .with("用水地址", says(60) ? address(told, other) : "")
        .with("负责人", says(25) ? owner : "")
        .with("联系电话", says(35) ? typed(phone) : "")
        .with("原注册号", says(8) ? digits(told.oldNumber()) : "")
        .with("组织机构代码", says(8) ? hyphened(told.organisationCode()) : "")
        .with("户号", registered && says(40) ? (chance(3) ? other : told).account() : "");
  }

  private String written(Firm firm) {
    if (!firm.told().former().isEmpty() && chance(15)) {
      return firm.told().former();
    }
    String core = chance(5) ? slipped(firm.core()) : firm.core();
    String form = chance(15) ? swapped(firm.form()) : firm.form();
    String place = firm.place() == Place.NOWHERE || chance(20) ? "" : firm.county();
    String name =
        firm.place() == Place.BRACKETS && !place.isEmpty()
            ? core + (chance(50) ? "(" + place + ")" : "〔" + place + "〕") + form
            : (chance(8) ? "湖南省" : "") + place + core + form;
    String text = name + firm.branch() + (chance(5) ? words.pick(REMARKS) : "");
    if (chance(7)) {
      int width = words.pick(WIDTHS);
      text = text.length() > width ? text.substring(0, width) : text;
    }
    text = chance(10) ? WIDE.transliterate(text) : text;
    text = chance(8) ? text.replace("公司", "公 司").replace("有限", " 有限") : text;
    return chance(8) ? TRADITIONAL.transliterate(text) : text;
  }

  private String slipped(String core) {
    int at = random.nextInt(core.length());
    int kind = random.nextInt(10);
    String before = core.substring(0, at);
    String after = core.substring(at + 1);
    return kind < 7
        ? before + words.slip(core.charAt(at)) + after
        : kind < 9 ? before + after : before + core.charAt(at) + core.charAt(at) + after;
  }

  private String swapped(String form) {
    return switch (form) {
      case "有限公司" -> chance(60) ? "有限责任公司" : chance(50) ? "公司" : "";
      case "有限责任公司" -> chance(60) ? "有限公司" : "责任有限公司";
      case "股份有限公司" -> chance(70) ? "股份公司" : "公司";
      case "集团有限公司" -> "集团公司";
      default -> form;
    };
  }

  private String address(SimulatedFirm told, SimulatedFirm other) {
    if (chance(7)) {
      return other.address();
    }
    String address = chance(12) ? "湖南省" + told.address() : told.address();
    if (chance(10)) {
      return address.replace("号", "#");
    }
    return chance(10) ? address.replaceAll("(?<=号).*", "") : address;
  }

  private String typed(String phone) {
    if (chance(10) && !phone.isEmpty()) {
      return "+86 " + phone;
    }
    return chance(20) && phone.length() > 8
        ? phone.substring(0, 3) + "-" + phone.substring(3)
        : phone;
  }

  /** Now and then a digit is wrong. */
  private String digits(String number) {
    if (number.isEmpty() || !chance(4)) {
      return number;
    }
    int at = random.nextInt(number.length());
    return number.substring(0, at) + random.nextInt(10) + number.substring(at + 1);
  }

  private static String hyphened(String code) {
    return code.substring(0, 8) + "-" + code.substring(8);
  }

  private boolean says(int percent) {
    return random.nextInt(10_000) < percent * variation.fields();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
