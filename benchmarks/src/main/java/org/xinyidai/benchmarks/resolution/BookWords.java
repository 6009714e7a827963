package org.xinyidai.benchmarks.resolution;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Words of which names and addresses in a meter book are made (模拟用词). */
final class BookWords {
  static final List<String> TRADES =
      words(
          "科技 信息科技 网络科技 商贸 贸易 实业 建筑工程 建筑安装 装饰装修 市政园林 劳务 物流 运输 餐饮管理 酒店 食品 粮油 农牧 农业开发 生态农业 "
              + "机械制造 机电设备 五金机电 电子 电器 汽车服务 汽车销售 医药 医疗器械 教育咨询 文化传播 广告 印刷 包装 服装 纺织 家居 建材 混凝土 "
              + "矿业 化工 环保 新能源 电力 物业服务 房地产开发 投资 咨询服务 人力资源 旅游 水产养殖");
  static final List<String> SHOPS =
      words(
          "超市 便利店 小吃店 火锅店 饭店 宾馆 理发店 服装店 鞋店 五金店 建材店 诊所 药房 烟酒行 水果店 茶叶店 早餐铺 修理部 洗车场 打印社 幼儿园 "
              + "养殖场 加工厂 砖厂 木材厂 豆腐坊 网吧 棋牌室 美容店 花店");
  private static final String HAPPY = "鑫盛源达恒华建成宏益佳旺永富龙祥辉利明丰泰顺瑞和金安康德信兴昌隆通博远诚亿聚汇嘉润万天宇海东方";
  private static final String OTHERS =
      "松柏梅兰竹菊云鹤鹏飞星月晨曦春晓秋实雅静思源致远凌峰青山绿水白杨红枫紫荆碧桃银杏石榴玉带清泉古道新桥双井三元五洲四季百合千禧";
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
  private static final String GIVEN = "伟芳秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香文武国庆建华志远海燕春梅玉珍金龙晓东小红淑珍";
  private static final List<String> ROADS =
      words("人民路 中山路 建设路 解放路 新华路 文化路 和平路 幸福路 工业路 滨河路 站前街 老街 东大街 西大街 南环路 北环路 开发大道 产业园一路 学府路 商贸街");
  private static final List<String> VILLAGES = words("张家村 李家湾村 大坪村 石桥村 新庄村 下河村 柳树屯村 高坪镇 城关镇 西关镇");

  /** Characters that are typed for one another: alike in sound or shape. */
  private static final Map<Character, String> ALIKE =
      Map.ofEntries(
          Map.entry('鑫', "新欣金"),
          Map.entry('盛', "胜圣"),
          Map.entry('源', "元园原"),
          Map.entry('达', "大"),
          Map.entry('恒', "衡"),
          Map.entry('华', "花"),
          Map.entry('建', "健"),
          Map.entry('成', "诚城"),
          Map.entry('宏', "洪鸿弘"),
          Map.entry('益', "义亿"),
          Map.entry('佳', "家嘉"),
          Map.entry('旺', "望"),
          Map.entry('永', "勇"),
          Map.entry('富', "福"),
          Map.entry('龙', "隆"),
          Map.entry('祥', "翔详"),
          Map.entry('辉', "晖"),
          Map.entry('利', "力立"),
          Map.entry('丰', "峰锋"),
          Map.entry('泰', "太"),
          Map.entry('顺', "舜"),
          Map.entry('商', "尚"),
          Map.entry('贸', "冒"),
          Map.entry('装', "妆"),
          Map.entry('食', "实"));

  private final SplittableRandom random;

  BookWords(SplittableRandom random) {
    this.random = random;
  }

  /** Mostly two characters, lucky ones more often than others, so that they repeat. */
  String tradeName() {
    int kind = random.nextInt(100);
    if (kind < 12) {
      return person();
    }
    int length = kind < 65 ? 2 : kind < 92 ? 3 : 4;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < length; i++) {
      name.append(character());
    }
    return name.toString();
  }

  char character() {
    return of(random.nextInt(100) < 60 ? HAPPY : OTHERS);
  }

  /** One that is typed for it; another one at random where nothing is known to be alike. */
  char slip(char right) {
    String alike = ALIKE.get(right);
    return alike == null ? character() : of(alike);
  }

  String person() {
    String name = "" + of(SURNAMES) + of(GIVEN);
    return random.nextInt(5) == 0 ? name : name + of(GIVEN);
  }

  String street() {
    if (random.nextInt(100) < 20) {
      return pick(VILLAGES) + (1 + random.nextInt(12)) + "组";
    }
    String house = pick(ROADS) + (1 + random.nextInt(500)) + "号";
    int kind = random.nextInt(10);
    return kind < 6
        ? house
        : kind < 8
            ? house + (1 + random.nextInt(9)) + "栋" + (101 + random.nextInt(900)) + "室"
            : house + "附" + (1 + random.nextInt(20)) + "号";
  }

  String phone() {
    return random.nextInt(4) == 0
        ? "0" + (300 + random.nextInt(600)) + (2_000_000 + random.nextInt(7_000_000))
        : "1" + (3 + random.nextInt(7)) + (100_000_000 + random.nextInt(900_000_000));
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private char of(String some) {
    return some.charAt(random.nextInt(some.length()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
