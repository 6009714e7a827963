package org.xinyidai.models.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.subject.PlaceNames.Place;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnterpriseNameTest {
  private static final PlaceNames KNOWN =
      PlaceNames.of(List.of("永州市", "衡阳市"), List.of("冷水滩区", "零陵区", "朝阳区"));

  @ParameterizedTest
  @CsvSource({
    "永州市冷水滩区鑫源贸易有限公司, 鑫源贸易, LIMITED_COMPANY, '', 永州市 冷水滩区",
    "湖南省永州鑫源贸易有限责任公司, 鑫源贸易, LIMITED_COMPANY, '', 湖南省 永州市",
    "鑫源贸易（永州）有限公司, 鑫源贸易, LIMITED_COMPANY, '', 永州市",
    "鑫源贸易〔永州市〕有 限 公 司, 鑫源贸易, LIMITED_COMPANY, '', 永州市",
    "鑫源贸易有限公, 鑫源贸易, COMPANY, '', ''",
    "鑫源贸易公司, 鑫源贸易, COMPANY, '', ''",
    "鑫源贸易股份有限公司, 鑫源贸易, STOCK_COMPANY, '', ''",
    "永州市鑫源贸易有限公司零陵区分公司, 鑫源贸易, LIMITED_COMPANY, 零陵区分公司, 永州市",
    "鑫源贸易零陵区分公司, 鑫源贸易, COMPANY, 零陵区分公司, ''",
    "鑫源超市有限公司（零陵店）, 鑫源超市, LIMITED_COMPANY, 零陵店, ''",
    "零陵区张三餐饮店（个体工商户）, 张三餐饮店, SOLE_TRADER, '', 零陵区",
    "个体经营张三, 张三, SOLE_TRADER, '', ''",
    "永州市绿野种养农民专业合作社, 绿野种养, COOPERATIVE, '', 永州市",
    "ＡＢＣ科技有限公司, ABC科技, LIMITED_COMPANY, '', ''",
    "永州市朝阳贸易有限公司, 朝阳贸易, LIMITED_COMPANY, '', 永州市",
    "鑫源贸易有限公司（一期）, 鑫源贸易, LIMITED_COMPANY, '', ''",
    "永州, 永州, NONE, '', ''",
    "鑫源贸易股金有限公司, 鑫源贸易, STOCK_COMPANY, '', ''",
    "鑫源贸易有责任公司, 鑫源贸易, LIMITED_COMPANY, '', ''",
    "鑫源贸易（湖南永州市）有限公司, 鑫源贸易, LIMITED_COMPANY, '', 湖南省 永州市",
    "冷水难区鑫源贸易有限公司, 鑫源贸易, LIMITED_COMPANY, '', 冷水滩区",
    "鑫源贸易有限公司2号电表, 鑫源贸易, LIMITED_COMPANY, '', ''",
    "鑫源贸易有限公司-食堂, 鑫源贸易, LIMITED_COMPANY, '', ''",
  })
  void a_name_comes_apart(String name, String core, LegalForm form, String branch, String places) {
    EnterpriseName parsed = EnterpriseName.parse(name, KNOWN);
    assertEquals(core, parsed.core());
    assertEquals(form, parsed.form());
    assertEquals(branch, parsed.branch());
    assertEquals(places, String.join(" ", parsed.places().stream().map(Place::name).toList()));
  }

  @Test
  void unbalanced_brackets_and_empty_names_are_read_without_complaint() {
    assertEquals("鑫源", EnterpriseName.parse("(鑫源", KNOWN).core());
    assertEquals("鑫源", EnterpriseName.parse(")鑫源(", KNOWN).core());
    assertTrue(EnterpriseName.parse("", KNOWN).isEmpty());
    assertTrue(EnterpriseName.parse(" ·- ", KNOWN).isEmpty());
  }

  @Test
  void a_company_of_unsaid_kind_fits_any_company_and_nothing_else() {
    assertTrue(LegalForm.COMPANY.isCompatibleWith(LegalForm.STOCK_COMPANY));
    assertTrue(LegalForm.LIMITED_COMPANY.isCompatibleWith(LegalForm.COMPANY));
    assertFalse(LegalForm.LIMITED_COMPANY.isCompatibleWith(LegalForm.STOCK_COMPANY));
    assertFalse(LegalForm.COMPANY.isCompatibleWith(LegalForm.COOPERATIVE));
  }

  @ParameterizedTest
  @CsvSource({
    "永州市冷水滩区梅湾路61号, 梅湾路, 61, 梅湾路61",
    "冷水滩区梅湾路６１号１０１室, 梅湾路, 61, 梅湾路61101",
    "零陵区萍阳村, 萍阳村, '', 萍阳村",
    "湖南省永州市零陵区, '', '', ''",
  })
  void an_address_comes_apart(String text, String road, String number, String detail) {
    Address address = Address.parse(text, KNOWN);
    assertEquals(road, address.road());
    assertEquals(number, address.number());
    assertEquals(detail, address.detail());
    assertTrue(address.place(PlaceNames.Level.DISTRICT).isPresent());
  }
}
