package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.xinyidai.engine.resolution.IdentityReader.Raw;
import org.xinyidai.models.subject.Uscc;

/**
 * A simulated register with what makes registers hard: siblings under one trade name and owner, the
 * same name in another district, names one character apart, branches, owners of the same name.
 */
final class SimulatedRegister {
  /**
   * One enterprise, told in its parts so that a claim can leave some out.
   *
   * @param district empty where the name begins with the city or with nothing
   * @param city empty where the name has none
   */
  record Firm(
      Uscc uscc,
      String city,
      String district,
      String core,
      String form,
      String branch,
      String formerName,
      String address,
      String owner,
      String phone,
      String registrationNumber,
      String account) {
    String name() {
      return city + district + core + form + branch;
    }

    Raw raw() {
      return new Raw(name(), address, owner, phone, registrationNumber, "");
    }
  }

  private final SplittableRandom random;
  private final SimulatedNames names;
  private final List<Firm> firms = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int serial;

  SimulatedRegister(SplittableRandom random) {
    this.random = random;
    this.names = new SimulatedNames(random);
  }

  /** Registers this many, hard neighbours among them. */
  List<Firm> register(int count) {
    while (firms.size() < count) {
      int kind = random.nextInt(100);
      if (firms.size() < 100 || kind < 88) {
        add(stranger(SimulatedNames.CITY));
      } else {
        add(neighbour(firms.get(random.nextInt(firms.size())), kind));
      }
    }
    return List.copyOf(firms);
  }

  /** Whether the register has no such name: two enterprises never bear the same. */
  boolean isFree(Firm firm) {
    return !taken.contains(firm.name());
  }

  SimulatedNames names() {
    return names;
  }

  /** An enterprise that has nothing to do with any other. */
  Firm stranger(String city) {
    String place = names.district();
    String address = names.address(place);
    int kind = random.nextInt(100);
    if (kind < 30) {
      String owner = names.person();
      String core = (random.nextInt(3) == 0 ? owner : names.tradeName()) + names.shop();
      return firm(city.equals(SimulatedNames.CITY) ? "" : city, place, core, "", owner, address);
    }
    if (kind < 35) {
      String core = names.tradeName() + "种养";
      return firm("", place, core, "农民专业合作社", names.person(), address);
    }
    String form = kind < 84 ? "有限公司" : kind < 98 ? "有限责任公司" : "股份有限公司";
    String district = random.nextInt(100) < 35 ? place : "";
    String namedCity = random.nextInt(100) < 93 ? city : "";
    String core = names.tradeName() + names.trade();
    return firm(
        namedCity, namedCity.isEmpty() ? "" : district, core, form, names.person(), address);
  }

  /** One that is easily taken for another. */
  Firm neighbour(Firm other, int kind) {
    String place = names.district();
    if (kind % 4 == 0) {
      String trade = other.core().substring(0, 2) + names.trade();
      return firm(other.city(), other.district(), trade, "有限公司", other.owner(), other.address());
    }
    if (kind % 4 == 1 || !other.form().endsWith("公司")) {
      String address = names.address(place);
      return firm(SimulatedNames.CITY, place, other.core(), other.form(), names.person(), address);
    }
    if (kind % 4 == 2) {
      String core = names.luckyCharacter() + other.core().substring(1);
      String address = names.address(place);
      return firm(other.city(), other.district(), core, other.form(), names.person(), address);
    }
    Firm branch = firm(other.city(), "", other.core(), "有限公司", other.owner(), names.address(place));
    return withBranch(branch, place + "分公司");
  }

  private void add(Firm firm) {
    // A name is given once in a register: 企业名称登记管理规定.
    if (taken.add(firm.name())) {
      firms.add(firm);
    }
  }

  private Firm firm(
      String city, String district, String core, String form, String owner, String address) {
    String former = random.nextInt(100) < 6 ? SimulatedNames.CITY + names.tradeName() : "";
    String stem = "92431100MA" + letters(serial++);
    return new Firm(
        Uscc.fromStem(stem),
        city,
        district,
        core,
        form,
        "",
        former.isEmpty() ? "" : former + names.trade() + "有限公司",
        address,
        owner,
        random.nextInt(100) < 90 ? names.phone() : "",
        random.nextInt(100) < 60 ? names.registrationNumber() : "",
        "electricity/" + (500_000_000L + serial));
  }

  private static Firm withBranch(Firm firm, String branch) {
    return new Firm(
        firm.uscc(),
        firm.city(),
        firm.district(),
        firm.core(),
        firm.form(),
        branch,
        "",
        firm.address(),
        firm.owner(),
        firm.phone(),
        firm.registrationNumber(),
        firm.account());
  }

  private static String letters(int number) {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    StringBuilder text = new StringBuilder();
    for (int rest = number; text.length() < 6; rest /= alphabet.length()) {
      text.insert(0, alphabet.charAt(rest % alphabet.length()));
    }
    return text.toString();
  }
}
