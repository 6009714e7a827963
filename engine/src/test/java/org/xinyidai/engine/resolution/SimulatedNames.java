package org.xinyidai.engine.resolution;

import java.util.List;
import java.util.SplittableRandom;
import org.xinyidai.models.subject.PlaceNames;

/** Parts of which names in a middling city are made; patterns as in real registers. */
final class SimulatedNames {
  static final String CITY = "永州市";
  static final List<String> OTHER_CITIES = List.of("衡阳市", "郴州市", "桂林市", "邵阳市");
  static final List<String> DISTRICTS =
      List.of("冷水滩区", "零陵区", "祁阳市", "东安县", "双牌县", "道县", "江永县", "宁远县", "蓝山县", "新田县", "江华瑶族自治县");
  static final PlaceNames PLACES =
      PlaceNames.of(List.of(CITY, "衡阳市", "郴州市", "桂林市", "邵阳市"), DISTRICTS);

  static final List<String> TRADES =
      split(
          "贸易 商贸 工贸 电器销售 建筑工程 建设工程 建筑劳务 劳务 食品 机械 运业 电子科技 装饰工程 路桥工程 物流 农业发展 餐饮管理 "
              + "工程咨询 运贸 基础建设工程 生物科技 信息技术 网络科技 文化传媒 汽车销售服务 房地产开发 物业管理 医药 医疗器械 家具 服饰 "
              + "鞋业 纺织 化工 建材 钢结构 门窗 园林绿化 种养 畜牧 水产 米业 茶业 酒业 印务 包装 塑料制品 五金制品 机电设备 新能源 "
              + "环保科技 教育咨询 人力资源 财务咨询 保安服务 旅游开发 酒店管理 矿业 石材 木业");
  static final List<String> SHOPS =
      split(
          "餐饮店 便利店 五金店 百货店 超市 烟酒店 服装店 理发店 早餐店 米粉店 水果店 药店 汽修厂 洗车行 建材经营部 家电经营部 副食店 "
              + "批发部 美容院 茶楼 宾馆 网吧 打印店 手机店 化妆品店 鲜花店 加工厂 维修部 种植场 养殖场");
  private static final String LUCKY =
      "鑫源盛达华兴泰恒瑞丰宏远顺安康隆通德信诚昌盈旺祥和裕嘉福永正新天地海金玉龙凤翔宇飞腾创科智联众博雅美佳乐家园春江湘楚潇零舜"
          + "濂溪阳明山水云星月光辉煌锦绣前程伟业鸿运吉庆利民惠万千百亿国邦中南北东西方大力强胜";
  private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗唐蒋邓谭彭欧曾肖蔡潘";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春建国志辉文斌小红海燕云峰晓雪梅林波成龙飞鹏雷浩宇欣怡佳琪俊子轩";
  private static final List<String> ROADS =
      split(
          "梅湾路 潇湘大道 零陵南路 零陵北路 永州大道 凤凰路 逸云路 翠竹路 珊瑚路 清桥路 育才路 中山路 人民路 解放路 建设路 车站路 工业大道 "
              + "河西路 舜德大道 九嶷大道 文昌路 东门路 西山路 徐家井村 萍阳路 湘江东路 湘江西路 长丰大道 银象路 谷源路");

  private final SplittableRandom random;

  SimulatedNames(SplittableRandom random) {
    this.random = random;
  }

  /** Two characters mostly, three at times; good ones are taken often, so names repeat. */
  String tradeName() {
    StringBuilder name = new StringBuilder();
    int length = random.nextInt(100) < 70 ? 2 : random.nextInt(100) < 85 ? 3 : 4;
    for (int i = 0; i < length; i++) {
      name.append(LUCKY.charAt(skewed(LUCKY.length())));
    }
    return name.toString();
  }

  char luckyCharacter() {
    return LUCKY.charAt(random.nextInt(LUCKY.length()));
  }

  String person() {
    StringBuilder name = new StringBuilder().append(SURNAMES.charAt(skewed(SURNAMES.length())));
    int length = random.nextInt(100) < 80 ? 2 : 1;
    for (int i = 0; i < length; i++) {
      name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
    }
    return name.toString();
  }

  String trade() {
    return TRADES.get(skewed(TRADES.size()));
  }

  String shop() {
    return SHOPS.get(skewed(SHOPS.size()));
  }

  String district() {
    return DISTRICTS.get(skewed(DISTRICTS.size()));
  }

  String address(String district) {
    String room = random.nextInt(3) == 0 ? (1 + random.nextInt(20)) + "0" + random.nextInt(9) : "";
    String road = ROADS.get(skewed(ROADS.size()));
    return district + road + (1 + random.nextInt(300)) + "号" + (room.isEmpty() ? "" : room + "室");
  }

  String phone() {
    return "13" + (100_000_000 + random.nextInt(900_000_000));
  }

  String registrationNumber() {
    return "4311" + (10_000_000_000L + random.nextLong(90_000_000_000L));
  }

  /** Small numbers more often than great ones. */
  private int skewed(int bound) {
    return (int) (bound * Math.pow(random.nextDouble(), 1.6));
  }

  private static List<String> split(String words) {
    return List.of(words.split(" "));
  }
}
