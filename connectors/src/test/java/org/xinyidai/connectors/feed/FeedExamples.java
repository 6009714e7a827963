package org.xinyidai.connectors.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One invented record of each feed, its values in the order of the columns. */
final class FeedExamples {
  private static final String WHO = "91350100M000100Y43";

  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          example(
              "vat_output",
              "18891676",
              "2024-03-05",
              "某某商贸有限公司",
              "1000.00",
              "130.00",
              "1130.00",
              "有效发票",
              ""),
          example(
              "vat_input",
              "00297113",
              "2024-03-06",
              "某某材料有限公司",
              "-500.00",
              "-65.00",
              "-565.00",
              "有效发票",
              "3500221130"),
          example(
              "tax_declaration",
              "2024-03",
              "增值税",
              "185000.00",
              "5550.00",
              "2024-04-18",
              "2024-04-10",
              "1850.00"),
          example(
              "tax_payment",
              "2024-03",
              "增值税",
              "5550.00",
              "0",
              "2024-04-18",
              "2024-04-11",
              "335016240400012345"),
          example("tax_rating", "2024-04-20", "2023", "A"),
          example(
              "electricity",
              "2024-03",
              "3501000012",
              "12840.500",
              "9245.16",
              "2024-04-15",
              "2024-04-09",
              "0"),
          example("water", "2024-03", "W-20817", "318", "1112.70", "2024-04-20", "2024-04-18", "0"),
          example("gas", "2024-03", "G-55120", "940.25", "3290.88", "2024-04-20", "", "3290.88"),
          example(
              "heat", "2024-03", "H-0071", "412.6", "18567.00", "2024-04-20", "2024-03-30", "0"),
          example(
              "social_security",
              "2024-03",
              "23",
              "34270.00",
              "34270.00",
              "2024-04-15",
              "2024-04-08",
              "0"),
          example(
              "housing_fund",
              "2024-03",
              "19",
              "22800.00",
              "22800.00",
              "2024-04-15",
              "2024-04-08",
              "0"),
          example(
              "market_registration",
              "2024-03-31",
              "现状",
              "某某电器销售有限公司",
              "2017-06-01",
              "存续",
              "F5274",
              "350102",
              "企业",
              "5000000.00",
              "23",
              "8640000.00",
              "4120000.00",
              "鼓楼区某某路61号",
              "张某",
              "0591-0000000",
              "350102100012345"),
          example(
              "judicial",
              "2024-03-05",
              "（2024）闽0102民初1234号",
              "被告",
              "合同纠纷",
              "86000.00",
              "未结",
              "否",
              ""),
          example(
              "penalty",
              "2024-03-05",
              "榕市监罚〔2024〕12号",
              "罚款",
              "一般",
              "中华人民共和国产品质量法第四十九条",
              "12000.00",
              ""),
          example("permit", "2024-03-05", "榕消许〔2024〕8号", "公众聚集场所投入使用许可", "2027-03-04"),
          example(
              "real_estate", "2024-03-05", "闽（2024）福州市不动产权第0001234号", "860.500", "是", "7740000.00"),
          example("procurement", "2024-03-05", "[350100]FJ[GK]2024001", "458000.00", "某某中学", "履行中"),
          example(
              "intellectual_property", "2024-03-05", "ZL202310000000.1", "发明专利", "", "2043-10-11"),
          example("logistics", "2024-03", "某某物流有限公司", "142", "86.400", "31680.00", "905000.00"),
          example("environmental_rating", "2024-04-22", "2023", "绿色"),
          example(
              "credit_list",
              "2024-03-05",
              "严重失信主体名单",
              "列入",
              "榕市监列〔2024〕3号",
              "市场监督管理严重违法失信名单管理办法第五条",
              "福州市市场监督管理局"),
          example(
              "annual_report",
              "2024-04-20",
              "2023",
              "开业",
              "23",
              "",
              "4",
              "1",
              "0",
              "2",
              "否",
              "否",
              "否"),
          example("news", "2024-03-05", "积极", "3"),
          example("public_count", "2024-03-05", "4", "12", "3"));

  private FeedExamples() {}

  static List<String> of(String feed) {
    return VALUES.getOrDefault(feed, List.of());
  }

  private static Map.Entry<String, List<String>> example(String feed, String... values) {
    return Map.entry(feed, Stream.concat(Stream.of(WHO), List.of(values).stream()).toList());
  }
}
