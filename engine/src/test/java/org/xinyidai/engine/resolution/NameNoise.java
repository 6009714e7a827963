package org.xinyidai.engine.resolution;

import com.ibm.icu.text.Transliterator;
import java.util.SplittableRandom;
import org.xinyidai.engine.resolution.SimulatedRegister.Firm;

/** Writes a name as a clerk, an old system or a bill's narrow column would. */
final class NameNoise {
  private static final Transliterator TRADITIONAL = Transliterator.getInstance("Hans-Hant");

  private final SplittableRandom random;
  private final SimulatedNames names;

  NameNoise(SplittableRandom random, SimulatedNames names) {
    this.random = random;
    this.names = names;
  }

  String of(Firm firm) {
    if (!firm.formerName().isEmpty() && chance(15)) {
      return firm.formerName();
    }
    String name = places(firm, firm.core().isEmpty() ? "" : core(firm.core()));
    if (chance(5) && name.length() > 12) {
      return name.substring(0, 12);
    }
    if (chance(4)) {
      name += chance(50) ? "（一期）" : "（食堂）";
    }
    if (chance(20)) {
      name = wide(name);
    }
    return chance(8) ? TRADITIONAL.transliterate(name) : name;
  }

  private String places(Firm firm, String core) {
    String tail = form(firm.form()) + firm.branch();
    if (firm.city().isEmpty()) {
      return (chance(15) ? "" : firm.district()) + core + tail;
    }
    int way = random.nextInt(100);
    if (way < 50) {
      return firm.city() + firm.district() + core + tail;
    }
    if (way < 65) {
      return firm.city().replace("市", "") + firm.district() + core + tail;
    }
    if (way < 75) {
      return "湖南省" + firm.city() + firm.district() + core + tail;
    }
    if (way < 80) {
      return core + "(" + firm.city().replace("市", "") + ")" + tail;
    }
    return way < 92 ? core + tail : firm.district() + core + tail;
  }

  private String form(String form) {
    int way = random.nextInt(100);
    if (!form.endsWith("公司") || way < 78) {
      return form;
    }
    if (way < 90) {
      return form.equals("有限公司") ? "有限责任公司" : "有限公司";
    }
    return way < 95 ? "公司" : "";
  }

  private String core(String core) {
    int way = random.nextInt(100);
    int at = random.nextInt(core.length());
    if (way < 5) {
      return core.substring(0, at) + names.luckyCharacter() + core.substring(at + 1);
    }
    if (way < 7) {
      return core.substring(0, at) + core.substring(at + 1);
    }
    if (way < 8 && at + 1 < core.length()) {
      return core.substring(0, at) + core.charAt(at + 1) + core.charAt(at) + core.substring(at + 2);
    }
    return way < 11 ? core.replace("贸易", "商贸").replace("工程", "") : core;
  }

  private static String wide(String name) {
    return name.replace("(", "（").replace(")", "）").replace("有限", "有限　").replace("市", "市 ");
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
