package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.engine.http.Browser.named;

import com.fasterxml.jackson.databind.JsonNode;
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

/** A product is drafted, tried, signed by a second person and published, all without code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LenderProductBrowserTest {
  private static final String PRODUCT = "/api/v1/products/cast-loan";

  @TempDir Path folder;
  private RunningServer server;
  private Browser browser;

  @BeforeEach
  void start() {
    server = ScreenedTown.open(folder);
    browser = Browser.of(server);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  @Test
  void one_drafts_and_tries_a_second_signs_and_the_product_is_bounded_and_withdrawn() {
    Page author = browser.desktop();
    browser.comeIn(author, Role.BANK, ScreenedTown.BANK);
    author.locator("[data-tab=products]").click();
    author.getByRole(AriaRole.LINK, named("起草新产品")).click();
    drafts(author);
    assertThat(author.locator(".count")).containsText("请试运行");
    Browser.assertAccessible(author);
    author.getByRole(AriaRole.BUTTON, named("试运行")).click();
    assertThat(author.locator(".trial")).containsText("各条件的影响");
    assertThat(author.locator(".trial")).containsText("430102");
    author.getByRole(AriaRole.BUTTON, named("复核签发")).click();
    assertThat(author.locator(".action .error").nth(1)).containsText("另一人");
    Browser.assertAccessible(author);

    Page colleague = browser.desktop();
    browser.comeIn(colleague, Role.BANK, ScreenedTown.BANK);
    colleague.navigate("/lender#products");
    colleague.getByRole(AriaRole.LINK, named("铸造贷")).click();
    colleague.getByRole(AriaRole.BUTTON, named("复核签发")).click();
    assertThat(colleague.locator(".count")).containsText("可以发布");
    colleague.getByRole(AriaRole.BUTTON, named("发布")).click();
    assertThat(colleague.locator("h3 .mark").first()).containsText("在售");
    bounded(colleague);
    withdrawn(colleague);
    browser.assertNoFaults();
  }

  private void drafts(Page page) {
    page.getByLabel("产品编号").fill("cast-loan");
    page.getByLabel("产品名称（中文）").fill("铸造贷");
    page.getByLabel("产品名称（英文）").fill("Cast loan");
    page.getByLabel("机构名称（中文）").fill("示例银行");
    page.getByLabel("机构名称（英文）").fill("Example Bank");
    page.getByLabel("最高金额").fill("300");
    page.getByLabel("最短期限").fill("1");
    page.getByLabel("最长期限").fill("12");
    page.getByLabel("最低年利率").fill("3.95");
    page.getByLabel("最高年利率").fill("3.95");
    page.getByLabel("依据文件").fill("产品办法");
    Locator first = added(page, "纳税信用级别");
    first.getByLabel("A", new Locator.GetByLabelOptions().setExact(true)).check();
    Locator second = added(page, "成立月数");
    second.getByLabel("下限", new Locator.GetByLabelOptions().setExact(true)).selectOption("min");
    second.getByLabel("下限数值").fill("24");
    page.getByRole(AriaRole.BUTTON, named("保存条款")).click();
  }

  private Locator added(Page page, String start) {
    page.getByRole(AriaRole.BUTTON, named("添加条件")).click();
    Locator row = page.locator(".criterion").last();
    row.getByLabel("准入属性").fill(titled(start));
    row.getByLabel("准入属性").blur();
    return row;
  }

  /** The whole title that begins so, as the list of suggestions has it. */
  private String titled(String start) {
    return server.backend.platform().attributes().attributes().stream()
        .map(attribute -> attribute.title().zh())
        .filter(title -> title.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private void bounded(Page page) {
    page.getByLabel("笔数上限").fill("20");
    page.getByLabel("金额上限").fill("1000");
    page.getByRole(AriaRole.BUTTON, named("设定上限")).click();
    assertThat(page.locator(".view")).containsText("上限 20");
    JsonNode quota = told(PRODUCT + "/quota");
    assertEquals(1_000_000_000L, quota.path("amountFen").asLong());
    Browser.assertAccessible(page);
  }

  private void withdrawn(Page page) {
    page.locator("details.grim summary").click();
    page.getByLabel("下架原因").fill("产品升级");
    page.getByLabel("下架日").fill(RunningServer.AS_OF.toString());
    page.getByRole(AriaRole.BUTTON, named("确认下架")).click();
    assertThat(page.locator("h3 .mark").first()).containsText("已下架");
    JsonNode version = told(PRODUCT + "/versions/1");
    assertEquals("withdrawn", version.path("status").asText());
    assertEquals(395, version.at("/product/rateBp/fixed").asInt());
  }

  private JsonNode told(String path) {
    return RunningServer.json(server.getAs(server.token(Role.BANK, ScreenedTown.BANK), path));
  }

  @Test
  void what_contradicts_itself_is_said_beside_the_condition_that_does() {
    String contradiction =
        ScreenedTown.PRODUCT.replace(
            "\"allowed\":[\"A\"]}",
            "\"allowed\":[\"A\"]},{\"type\":\"set\",\"attribute\":\"tax_rating_class\","
                + "\"allowed\":[\"D\"]}");
    String token = server.token(Role.BANK, ScreenedTown.BANK);
    ScreenedTown.post(server, token, "/product-drafts", contradiction);
    Page page = browser.phone();
    browser.comeIn(page, Role.BANK, ScreenedTown.BANK);
    page.navigate("/lender#products");
    Browser.assertFits(page);
    page.getByRole(AriaRole.LINK, named("铸造贷")).click();
    assertThat(page.locator(".criterion").last()).containsText("矛盾");
    assertThat(page.locator(".count")).containsText("1处问题");
    Browser.assertFits(page);
    Browser.assertAccessible(page);

    page.locator(".criterion").last().getByText("删除").click();
    page.getByRole(AriaRole.BUTTON, named("保存条款")).click();
    assertThat(page.locator(".count")).containsText("请试运行");
    browser.assertNoFaults();
  }
}
