package org.xinyidai.engine.simulation.life;

import java.util.EnumMap;
import java.util.Map;
import org.xinyidai.models.subject.SubjectType;

/**
 * A trade of the simulated city (行业小类): its code of GB/T 4754-2017, the word in its members' names,
 * how common it is among firms, sole traders and co-operatives, and its rate of value-added tax.
 */
public enum Trade {
  VEGETABLES("0141", "蔬菜", Branch.FARMING, 1.5, 0.5, 45, 0),
  GRAIN("0111", "粮食", Branch.FARMING, 0.5, 0, 30, 0),
  LIVESTOCK("0313", "养殖", Branch.FARMING, 0.5, 0.5, 25, 0),
  CLOTHING("1819", "服装", Branch.INDUSTRY, 4, 1, 0, 13),
  PLASTICS("2929", "塑料", Branch.INDUSTRY, 4, 0.3, 0, 13),
  STEEL_STRUCTURES("3311", "钢构", Branch.INDUSTRY, 4.5, 0.2, 0, 13),
  MACHINE_PARTS("3484", "机械", Branch.INDUSTRY, 6, 0.3, 0, 13),
  FURNITURE("2190", "家具", Branch.INDUSTRY, 2.5, 1, 0, 13),
  BUILDING("4790", "建筑", Branch.CONSTRUCTION, 5, 0, 0, 9),
  DECORATION("5011", "装饰", Branch.CONSTRUCTION, 6, 2, 0, 9),
  METAL_WHOLESALE("5164", "金属", Branch.TRADE, 5, 0.5, 0, 13),
  HARDWARE_WHOLESALE("5174", "五金", Branch.TRADE, 7, 6, 0, 13),
  FOOD_WHOLESALE("5123", "果蔬", Branch.TRADE, 4, 6, 0, 9),
  OTHER_WHOLESALE("5199", "商贸", Branch.TRADE, 10, 4, 0, 13),
  GENERAL_RETAIL("5211", "百货", Branch.TRADE, 3, 18, 0, 13),
  GRAIN_RETAIL("5221", "粮油", Branch.TRADE, 1, 9, 0, 9),
  PHARMACY("5251", "医药", Branch.TRADE, 2, 4, 0, 13),
  ONLINE_RETAIL("5292", "电商", Branch.TRADE, 4, 8, 0, 13),
  ROAD_FREIGHT("5431", "运输", Branch.TRANSPORT, 5, 5, 0, 9),
  FREIGHT_AGENCY("5821", "货运", Branch.TRANSPORT, 1.5, 0.5, 0, 6),
  STORAGE("5990", "仓储", Branch.TRANSPORT, 1, 0.2, 0, 6),
  HOTEL("6121", "酒店", Branch.CATERING, 1.5, 2, 0, 6),
  RESTAURANT("6210", "餐饮", Branch.CATERING, 3, 12, 0, 6),
  SNACKS("6291", "小吃", Branch.CATERING, 0.2, 10, 0, 6),
  SOFTWARE("6513", "软件", Branch.INFORMATION, 5, 0, 0, 6),
  INTEGRATION("6531", "信息", Branch.INFORMATION, 4, 0.3, 0, 6),
  BUSINESS_SERVICES("7299", "商务", Branch.SERVICES, 5, 1, 0, 6),
  DESIGN("7491", "设计", Branch.SERVICES, 2, 0.5, 0, 6),
  CAR_REPAIR("8111", "汽修", Branch.SERVICES, 2, 7, 0, 13);

  private static final Trade[] ALL = values();
  private static final Map<SubjectType, double[]> WEIGHTS = weights();

  private final String code;
  private final String wordZh;
  private final Branch branch;
  private final double firms;
  private final double soleTraders;
  private final double cooperatives;
  private final int vatPercent;

  Trade(
      String code,
      String wordZh,
      Branch branch,
      double firms,
      double soleTraders,
      double cooperatives,
      int vatPercent) {
    this.code = code;
    this.wordZh = wordZh;
    this.branch = branch;
    this.firms = firms;
    this.soleTraders = soleTraders;
    this.cooperatives = cooperatives;
    this.vatPercent = vatPercent;
  }

  /** Four digits of GB/T 4754-2017. */
  public String code() {
    return code;
  }

  public String wordZh() {
    return wordZh;
  }

  public Branch branch() {
    return branch;
  }

  /** The rate of a general taxpayer in this trade; 0 for farmers' own produce, which is exempt. */
  public int vatPercent() {
    return vatPercent;
  }

  static Trade draw(SubjectType type, Dice dice) {
    double[] weights = WEIGHTS.get(type);
    if (weights == null) {
      throw new IllegalArgumentException("no trades are known for " + type);
    }
    return ALL[dice.weighted(weights)];
  }

  private static Map<SubjectType, double[]> weights() {
    Map<SubjectType, double[]> weights = new EnumMap<>(SubjectType.class);
    for (SubjectType type : SubjectType.ALL) {
      double[] row = new double[ALL.length];
      for (int i = 0; i < ALL.length; i++) {
        row[i] =
            switch (type) {
              case FIRM -> ALL[i].firms;
              case SOLE_TRADER -> ALL[i].soleTraders;
              case FARMER_COOPERATIVE, FARMER -> ALL[i].cooperatives;
            };
      }
      weights.put(type, row);
    }
    return weights;
  }
}
