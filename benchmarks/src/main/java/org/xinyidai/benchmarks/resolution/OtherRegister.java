package org.xinyidai.benchmarks.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.xinyidai.models.subject.Uscc;

/**
 * A simulated register of real places and real trades (模拟主体库): counties of one city by GB/T 2260,
 * the words of GB/T 4754, trade names of any common characters, persons, letters and numbers. Hard
 * neighbours are part of it: siblings, namesakes in the next county, numbered shops of a chain.
 */
final class OtherRegister {
  private static final String CHARACTERS =
      "一二三四五六七八九十大小中上下东西南北金木水火土山川江河湖海云雨风雪春夏秋冬红黄蓝白青紫日月星光华民国家和平安定康健寿福禄喜庆"
          + "丰收米粮麦谷竹梅兰菊松柏桃李果香花草林森田园农牧渔石玉珠宝银铜铁钢车船航通达运顺行远近高低长久新旧美好佳良善真诚信义仁德"
          + "礼智勇强力量科技学文书画艺术音乐歌舞体育医药健养老少年童心爱情友谊同共合作联盟众创造成功业兴旺发展进步飞翔腾跃龙虎凤鹤鹏";
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
  private static final List<String> FORMS =
      List.of("有限公司", "有限公司", "有限责任公司", "股份有限公司", "合作社", "厂", "中心", "店", "经营部", "");
  private static final List<String> ROADS =
      List.of("人民路", "解放大道", "胜利街", "环城北路", "工业园一路", "迎宾大道", "新华街", "和平巷", "滨江路", "团结村");

  /**
   * One enterprise in parts.
   *
   * @param former name that it bore before, empty for none
   */
  record Firm(
      Uscc uscc,
      String place,
      String core,
      String trade,
      String form,
      String former,
      String address,
      String owner,
      String phone,
      String oldNumber,
      String account) {
    String name() {
      return place + core + trade + form;
    }

    SimulatedFirm told() {
      return new SimulatedFirm(uscc, name(), former, address, owner, phone, oldNumber, account);
    }
  }

  private final SplittableRandom random;
  private final List<String> counties;
  private final List<String> trades;
  private final Set<String> taken = new HashSet<>();
  private final int kinPercent;
  private int serial;

  OtherRegister(
      SplittableRandom random, List<String> counties, List<String> trades, int kinPercent) {
    this.kinPercent = kinPercent;
    this.random = random;
    this.counties = counties;
    this.trades = trades;
  }

  /** A register of this many with claims. */
  SimulatedSet set(int firms, int claims, Variation variation) {
    List<Firm> all = register(firms);
    return new SimulatedSet(
        all.stream().map(Firm::told).toList(),
        new OtherClaims(random, this, all, variation).make(claims));
  }

  private List<Firm> register(int count) {
    List<Firm> firms = new ArrayList<>();
    while (firms.size() < count) {
      Firm firm =
          firms.size() > 200 && random.nextInt(100) < kinPercent
              ? neighbour(firms.get(random.nextInt(firms.size())))
              : stranger();
      // A register gives a name once.
      if (taken.add(firm.name())) {
        firms.add(firm);
      }
    }
    return firms;
  }

  boolean isFree(Firm firm) {
    return !taken.contains(firm.name());
  }

  /** An enterprise that has nothing to do with any other. */
  Firm stranger() {
    return firm(pick(counties), core(), pick(trades), pick(FORMS), person());
  }

  /** One that is easily taken for another. */
  Firm neighbour(Firm other) {
    return switch (random.nextInt(4)) {
      case 0 -> firm(pick(counties), other.core(), other.trade(), other.form(), person());
      case 1 -> firm(other.place(), other.core(), pick(trades), other.form(), other.owner());
      case 2 -> {
        String shop = random.nextInt(2, 9) + "店";
        yield firm(other.place(), other.core(), other.trade(), shop, other.owner());
      }
      default -> {
        String core = other.core().substring(0, other.core().length() - 1) + character();
        yield firm(other.place(), core, other.trade(), other.form(), person());
      }
    };
  }

  String person() {
    String name = "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + character();
    return random.nextInt(4) == 0 ? name : name + character();
  }

  String phone() {
    return "1" + random.nextInt(3, 10) + (100_000_000 + random.nextInt(900_000_000));
  }

  char character() {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private String core() {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
    }
    if (kind < 3) {
      return person();
    }
    String two = "" + character() + character();
    return kind < 15 ? two : two + character();
  }

  private Firm firm(String place, String core, String trade, String form, String owner) {
    serial++;
    boolean shop = form.endsWith("店") || form.isEmpty();
    String stem = (shop ? "92" : "91") + "430000MA" + String.format("%06d", serial);
    String address =
        place + pick(ROADS) + random.nextInt(1, 400) + "号" + (serial % 3 == 0 ? serial % 30 : "");
    return new Firm(
        Uscc.fromStem(stem),
        random.nextInt(100) < 70 ? place : "",
        core,
        trade,
        form,
        random.nextInt(100) < 5 ? place + core() + trade + form : "",
        address,
        owner,
        random.nextInt(100) < 80 ? phone() : "",
        random.nextInt(100) < 50
            ? "43" + (1_000_000_000_000L + random.nextLong(9_000_000_000_000L))
            : "",
        "" + (7_000_000 + serial));
  }
}
