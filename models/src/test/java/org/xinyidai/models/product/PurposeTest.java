package org.xinyidai.models.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurposeTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "购买原材料, WORKING_CAPITAL",
    "采购一批钢材, WORKING_CAPITAL",
    "年底备货, WORKING_CAPITAL",
    "进货, WORKING_CAPITAL",
    "资金周转, WORKING_CAPITAL",
    "补充流动资金, WORKING_CAPITAL",
    "支付房租和水电, WORKING_CAPITAL",
    "buy raw materials, WORKING_CAPITAL",
    "发工资, PAYROLL",
    "支付员工薪酬, PAYROLL",
    "wages, PAYROLL",
    "买设备, EQUIPMENT",
    "采购设备, EQUIPMENT",
    "门店装修, EQUIPMENT",
    "扩产, EQUIPMENT",
    "a new machine, EQUIPMENT",
    "研发投入, RESEARCH",
    "完成政府采购订单, ORDER_FULFILMENT",
    "中标项目履约, ORDER_FULFILMENT",
    "归还贷款, REFINANCING",
    "借新还旧, REFINANCING",
    "workingCapital, WORKING_CAPITAL",
    "Working capital, WORKING_CAPITAL",
    "设备购置, EQUIPMENT",
    "转贷续贷, REFINANCING",
    "旅游, OTHER",
    "a new roof, OTHER"
  })
  void a_purpose_in_words_is_understood(String text, Purpose purpose) {
    assertEquals(purpose, Purpose.read(text));
  }
}
