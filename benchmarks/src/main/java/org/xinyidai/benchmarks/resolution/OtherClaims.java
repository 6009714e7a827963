package org.xinyidai.benchmarks.resolution;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.xinyidai.benchmarks.resolution.OtherRegister.Firm;
import org.xinyidai.engine.resolution.LabelledClaim;

/**
 * What other offices write of enterprises (模拟待归集记录): noise applied character by character and word
 * by word.
 */
final class OtherClaims {
  private static final Transliterator TRADITIONAL = Transliterator.getInstance("Hans-Hant");
  private static final List<String> REMARKS = List.of("（专变）", "1#表", "(宿舍)", "—生产", "【停】");

  private final SplittableRandom random;
  private final OtherRegister register;
  private final List<Firm> firms;
  private final Variation variation;

  OtherClaims(
      SplittableRandom random, OtherRegister register, List<Firm> firms, Variation variation) {
    this.random = random;
    this.register = register;
    this.firms = firms;
    this.variation = variation;
  }

  List<LabelledClaim> make(int count) {
    List<LabelledClaim> claims = new ArrayList<>();
    while (claims.size() < count) {
      if (!chance(variation.outsiders())) {
        Firm firm = register.pick(firms);
        claims.add(claim(firm, true).labelled(claims.size() + 2L, Optional.of(firm.uscc())));
        continue;
      }
      boolean kin = chance(2 * variation.kin());
      Firm outsider = kin ? register.neighbour(register.pick(firms)) : register.stranger();
      if (register.isFree(outsider)) {
        claims.add(claim(outsider, false).labelled(claims.size() + 2L, Optional.empty()));
      }
    }
    return claims;
  }

  private ClaimRow claim(Firm firm, boolean registered) {
    Firm other = register.pick(firms);
    String account = !registered || !says(35) ? "" : (chance(96) ? firm : other).account();
    return new ClaimRow()
        .with("户名", chance(3) ? firm.owner() : name(firm))
        .with("地址", says(55) ? address(firm) : "")
        .with("法定代表人", says(25) ? chance(93) ? firm.owner() : register.person() : "")
        .with("联系电话", says(30) ? chance(85) ? firm.phone() : register.phone() : "")
        .with("注册号", says(8) ? (chance(96) ? firm : other).oldNumber() : "")
        .with("组织机构代码", says(8) ? (chance(96) ? firm : other).told().organisationCode() : "")
        .with("户号", account);
  }

  private boolean says(int percent) {
    return random.nextInt(10_000) < percent * variation.fields();
  }

  private String name(Firm firm) {
    if (!firm.former().isEmpty() && chance(20)) {
      return firm.former();
    }
    String trade =
        chance(8) && firm.trade().length() > 2 ? firm.trade().substring(0, 2) : firm.trade();
    String form = chance(12) ? swapped(firm.form()) : firm.form();
    String place = chance(25) ? "" : chance(10) ? "湖南" + firm.place() : firm.place();
    String name =
        chance(6) && !place.isEmpty()
            ? firm.core() + "（" + place + "）" + trade + form
            : place + firm.core() + trade + form;
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int fate = random.nextInt(1_000);
      if (fate < 4) {
        written.append(register.character());
      } else if (fate >= 8) {
        written.append(c);
      }
      written.append(fate > 985 ? " " : "");
    }
    String text = written + (chance(5) ? register.pick(REMARKS) : "");
    text = chance(6) && text.length() > 11 ? text.substring(0, 11) : text;
    return chance(10) ? TRADITIONAL.transliterate(text) : text;
  }

  private static String swapped(String form) {
    return switch (form) {
      case "有限公司" -> "有限责任公司";
      case "有限责任公司" -> "有限公司";
      case "股份有限公司" -> "股份公司";
      default -> "";
    };
  }

  private String address(Firm firm) {
    String address = firm.address();
    if (chance(15)) {
      return "湖南省" + address;
    }
    if (chance(15)) {
      return address.replace("号", "");
    }
    return chance(8) ? register.pick(firms).address() : address;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
