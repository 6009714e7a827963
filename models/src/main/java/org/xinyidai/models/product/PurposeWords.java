package org.xinyidai.models.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words by which people say what money is for (用途用语). The first row of which a word occurs
 * decides, so the narrower purposes stand first: "采购设备" is equipment and no stock.
 */
final class PurposeWords {
  private static final List<Row> TABLE =
      List.of(
          row(Purpose.REFINANCING, "转贷", "续贷", "还贷", "借新还旧", "偿还贷款", "归还贷款", "refinanc"),
          row(Purpose.PAYROLL, "工资", "薪", "社保", "wages", "salar", "payroll"),
          row(Purpose.RESEARCH, "研发", "新产品开发", "试制", "research", "r&d"),
          // What lasts longer than a year's turnover is bought here, not only machines.
          row(Purpose.EQUIPMENT, "设备", "机器", "机械", "生产线", "厂房", "车辆", "装修", "扩产", "扩建", "技改"),
          row(Purpose.EQUIPMENT, "equipment", "machine", "renovation", "expansion"),
          row(Purpose.ORDER_FULFILMENT, "订单", "履约", "合同执行", "中标", "order"),
          row(Purpose.WORKING_CAPITAL, "周转", "流动资金", "采购", "原材料", "原料", "进货", "备货", "购货"),
          row(Purpose.WORKING_CAPITAL, "货款", "库存", "租金", "房租", "水电", "日常经营", "生产经营", "材料"),
          row(Purpose.WORKING_CAPITAL, "workingcapital", "rawmaterial", "inventory", "stock"));

  private PurposeWords() {}

  private record Row(Purpose purpose, List<String> words) {}

  /**
   * The purpose that a text speaks of; empty where no word of it is known.
   *
   * @param plain in lower case, without spaces
   */
  static Optional<Purpose> find(String plain) {
    return TABLE.stream()
        .filter(row -> row.words().stream().anyMatch(plain::contains))
        .map(Row::purpose)
        .findFirst();
  }

  private static Row row(Purpose purpose, String... words) {
    return new Row(purpose, Stream.of(words).toList());
  }
}
