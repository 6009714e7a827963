package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.Browser.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A loan officer handles applications, answers and reports without knowing a single call. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LenderInboxBrowserTest {
  private static final long ASKED = 50_000_000L;

  @TempDir Path folder;
  private LoanParties all;
  private Browser browser;

  @BeforeEach
  void start() {
    RunningServer server = RunningServer.in(folder);
    all = new LoanParties(server);
    server.backend.platform().models().keep(SmallModel.named("card-1", -2));
    server.backend.platform().models().promote("card-1");
    String rating = "uscc,publishedOn,year,grade\n" + RunningServer.USCC + ",2024-04-12,2023,B\n";
    String source = server.token(Role.SOURCE, "tax");
    server.postAs(
        source, "/api/v1/records/tax_rating", "text/csv", rating, "Idempotency-Key", "rating");
    browser = Browser.of(server);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
    }
    all.server.close();
  }

  @Test
  void an_application_goes_from_the_inbox_to_a_grant_and_to_money() {
    String id = filed(all.first, RunningServer.USCC);
    Page page = browser.desktop();
    browser.comeIn(page, Role.BANK, LoanParties.ABC);
    assertTrue(page.url().endsWith("/lender"), page.url());
    assertThat(page.locator("#news")).containsText("1 条未读通知");
    Browser.assertAccessible(page);

    page.getByRole(AriaRole.LINK, named(RunningServer.USCC)).click();
    assertState(page, "已提交");
    assertThat(page.locator(".view")).containsText("0 / 10");
    Browser.assertAccessible(page);
    take(page, "accept");
    assertState(page, "已受理");
    take(page, "investigate");
    assertState(page, "尽职调查中");
    readsTheFile(page);
    grants(page, id);

    all.step(all.first, id, "take_up");
    page.reload();
    assertState(page, "企业已选用");
    Locator signing = open(page, "sign");
    signing.getByLabel("合同编号").fill("C-1");
    confirm(signing);
    assertState(page, "已签约");
    Locator paying = open(page, "draw_down");
    assertThat(paying.getByLabel("放款金额")).hasValue("40");
    paying.getByLabel("借据编号").fill("D-1");
    paying.getByLabel("到期日").fill(LoanParties.today().plusYears(1).toString());
    confirm(paying);
    assertState(page, "还款中");
    assertEquals(
        40_000_000L, all.application(all.abc, id).at("/loan/balanceFen").asLong(), "forty wan");
    browser.assertNoFaults();
  }

  private void readsTheFile(Page page) {
    page.locator("details[data-category=score] summary").click();
    assertThat(page.locator("details[data-category=score]")).containsText("信用分");
    Browser.assertAccessible(page);
  }

  private void grants(Page page, String id) {
    Locator granting = open(page, "grant");
    confirm(granting);
    assertThat(granting.getByText("必填").first()).isVisible();
    granting.getByLabel("授信编号").fill("G-1");
    granting.getByLabel("授信金额").fill("60");
    granting.getByLabel("年利率").fill("3.85");
    granting.getByLabel("担保方式").selectOption("credit");
    granting.getByLabel("是否首贷").selectOption("true");
    confirm(granting);
    assertThat(granting).containsText("授信金额不能超过申请金额");
    Browser.assertAccessible(page);
    granting.getByLabel("授信金额").fill("40");
    confirm(granting);
    assertState(page, "已授信");
    assertEquals(40_000_000L, all.application(all.abc, id).at("/grant/amountFen").asLong());
    assertEquals(385, all.application(all.abc, id).at("/grant/rateBp").asInt());
  }

  @Test
  void another_is_declined_with_a_coded_reason_that_reaches_the_enterprise() {
    String id = filed(all.second, RunningServer.OTHER_USCC);
    Page page = browser.phone();
    browser.comeIn(page, Role.BANK, LoanParties.ABC);
    Browser.assertFits(page);
    page.getByRole(AriaRole.LINK, named(RunningServer.OTHER_USCC)).click();
    assertState(page, "已提交");
    Browser.assertFits(page);
    Locator declining = open(page, "decline");
    declining.getByLabel("原因").selectOption("R01");
    declining.getByLabel("说明").fill("本产品限本市企业");
    confirm(declining);

    assertState(page, "不予受理");
    assertThat(page.locator(".view")).containsText("不在本产品服务范围");
    Browser.assertFits(page);
    Browser.assertAccessible(page);
    assertEquals("R01", all.application(all.second, id).at("/denial/code").asText());
    browser.assertNoFaults();
  }

  @Test
  void a_question_is_asked_and_answered_and_notices_come_by_themselves() {
    String id = filed(all.first, RunningServer.USCC);
    Page page = browser.desktop();
    browser.comeIn(page, Role.BANK, LoanParties.ABC);
    page.navigate("/lender#application/" + id);
    page.getByText("向企业提问").click();
    page.getByLabel("问题").fill("请补充近三个月流水");
    page.getByRole(AriaRole.BUTTON, named("发送")).click();
    assertThat(page.locator(".talk")).containsText("近三个月流水");

    String thread = page.url().substring(page.url().lastIndexOf('/') + 1);
    all.post(all.first, "/api/v1/inquiries/" + thread + "/messages", "{\"text\":\"已在路上\"}");
    assertThat(page.locator("#news")).containsText("1 条未读留言");
    page.locator("[data-tab=questions]").click();
    assertThat(page.locator(".view")).containsText("待答复");
    page.getByRole(AriaRole.LINK, named(RunningServer.USCC)).click();
    assertThat(page.locator(".talk")).containsText("已在路上");
    assertThat(page.locator("#news")).not().containsText("未读留言");
    Browser.assertAccessible(page);
    browser.assertNoFaults();
  }

  private String filed(String enterprise, String uscc) {
    String demand = all.demand(enterprise, uscc, ASKED);
    return all.apply(enterprise, demand, "\"" + LoanParties.ABC_LOAN + "\"").at("/0/id").asText();
  }

  private static Locator open(Page page, String step) {
    Locator fold = page.locator("details[data-step=" + step + "]");
    fold.locator("summary").click();
    return fold;
  }

  private static void take(Page page, String step) {
    confirm(open(page, step));
  }

  private static void confirm(Locator fold) {
    fold.locator("button[type=submit]").click();
  }

  private static void assertState(Page page, String state) {
    assertThat(page.locator("h3 .mark").first()).containsText(state);
  }
}
