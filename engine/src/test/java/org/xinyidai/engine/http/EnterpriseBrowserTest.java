package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.Browser.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** The owner of a workshop, at a phone, from its file to an application and back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnterpriseBrowserTest {
  private static final List<String> VIEWS =
      List.of(
          "file",
          "demands",
          "applications",
          "consents",
          "questions",
          "notices",
          "records",
          "verification");

  @TempDir Path folder;
  private RunningServer server;
  private Browser browser;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    BrowserTown.build(server);
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
  void from_a_demand_to_an_application_and_a_consent_that_is_taken_back() {
    Page page = browser.phone();
    browser.comeIn(page, Role.ENTERPRISE, RunningServer.USCC);
    assertTrue(page.url().endsWith("/enterprise"), page.url());
    assertThat(page.locator(".lead")).containsText("分");

    open(page, "demands");
    page.getByLabel("需要多少钱（万元）").fill("12.5");
    page.getByRole(AriaRole.BUTTON, named("发布并查看匹配")).click();
    assertThat(page.locator("#message")).containsText("需求已发布");
    assertThat(page.locator("h2")).hasText("需求与匹配");
    assertThat(page.locator("[data-product=cheap-loan]")).containsText("第1位");
    Locator closed = page.locator("[data-withheld]");
    page.getByText(Pattern.compile("暂不符合的产品")).click();
    assertThat(closed.first()).containsText(Pattern.compile("您现在是|平台还没有您的这项数据|您还没有申报"));
    int before = closed.count();
    page.locator("details", containing(closed)).getByRole(AriaRole.BUTTON, more()).click();
    assertThat(closed.nth(before)).isVisible();
    Browser.assertAccessible(page);
    Browser.assertFits(page);

    page.getByLabel("选择申请 甲贷").check();
    page.getByLabel("选择申请 乙贷").check();
    assertThat(page.locator("#applying")).containsText("信息查询授权书");
    page.getByLabel("我已阅读并同意上述授权").check();
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.BUTTON, named("同意授权并提交申请")).click();
    assertThat(page.locator("#message")).containsText("已提交2份申请");
    page.getByRole(AriaRole.LINK, named("乙贷 · 12.5万元")).click();
    assertThat(page.locator(".timeline")).containsText("提交申请");
    Browser.assertAccessible(page);

    open(page, "consents");
    page.onDialog(dialog -> dialog.accept());
    Locator consents = page.locator("[data-consent]");
    assertThat(consents).hasCount(2);
    consents.first().getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("#message")).containsText("授权已撤回");
    assertThat(page.locator("[data-consent] .mark.good")).hasCount(1);
    browser.assertNoFaults();
  }

  @Test
  void a_lenders_step_is_told_while_the_page_is_open_and_its_refusal_is_read_in_plain_words() {
    Page page = browser.desktop();
    browser.comeIn(page, Role.ENTERPRISE, RunningServer.USCC);
    LoanParties all = new LoanParties(server);
    String bank = server.token(Role.BANK, BrowserTown.BANK_A);
    String demand = all.demand(all.first, RunningServer.USCC, 50_000_000L);
    JsonNode filed = all.apply(all.first, demand, "\"cheap-loan\"");
    String id = filed.at("/0/id").asText();
    open(page, "application/" + id);
    assertThat(page.locator(".timeline li")).hasCount(1);

    all.step(bank, id, "{\"step\":\"decline\",\"reason\":\"R13\"}");

    assertThat(page.locator("#message")).containsText("不予受理");
    assertThat(page.locator("[data-tab=notices] .count")).hasText("1");
    page.reload();
    assertThat(page.getByText("机构没有通过的原因")).isVisible();
    assertThat(page.getByText("您可以：")).isVisible();
    Browser.assertAccessible(page);
    browser.assertNoFaults();
  }

  @Test
  void a_refused_field_is_marked_where_it_stands() {
    Page page = browser.phone();
    browser.comeIn(page, Role.ENTERPRISE, RunningServer.USCC);
    open(page, "demands");
    page.getByLabel("需要多少钱（万元）").fill("0");
    page.getByRole(AriaRole.BUTTON, named("发布并查看匹配")).click();
    Locator field = page.getByLabel("需要多少钱（万元）");
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).isFocused();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("金额");
    Browser.assertAccessible(page);
    browser.assertNoFaults();
  }

  @Test
  void a_record_is_disputed_a_lender_is_asked_and_a_report_is_fetched() throws IOException {
    Page page = browser.phone();
    browser.comeIn(page, Role.ENTERPRISE, RunningServer.USCC);
    open(page, "records/tax_rating");
    page.getByText("对这条记录有异议").click();
    page.getByLabel("请说明情况").fill("该评级已更正为A");
    page.getByRole(AriaRole.BUTTON, named("提交")).click();
    assertThat(page.locator("#message")).containsText("异议中");
    open(page, "records/tax_rating");
    assertThat(page.locator("article .mark.warn").first()).hasText("异议中");

    open(page, "ask/product/cheap-loan");
    page.getByLabel("您想问什么").fill("需要<b>抵押</b>吗？");
    page.getByRole(AriaRole.BUTTON, named("提问")).click();
    assertThat(page.locator(".talk .mine")).containsText("需要<b>抵押</b>吗？");

    open(page, "file");
    page.getByRole(AriaRole.BUTTON, named("生成信用报告")).click();
    Download report =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named("下载 PDF")).click());
    assertEquals("%PDF", new String(Files.readAllBytes(report.path()), 0, 4, "US-ASCII"));
    browser.assertNoFaults();
  }

  @Test
  void every_view_is_accessible_fits_a_phone_and_speaks_both_languages() {
    Page page = browser.phone();
    page.setViewportSize(360, 740);
    browser.comeIn(page, Role.ENTERPRISE, RunningServer.USCC);
    for (String language : List.of("English", "中文")) {
      for (String view : VIEWS) {
        open(page, view);
        Browser.assertAccessible(page);
        Browser.assertFits(page);
      }
      page.getByRole(AriaRole.BUTTON, named(language)).click();
      assertThat(page.locator("html"))
          .hasAttribute("lang", language.equals("English") ? "en" : "zh-CN");
    }
    browser.assertNoFaults();
  }

  @Test
  void a_demand_is_posted_with_the_keyboard_alone() {
    Page page = browser.desktop();
    browser.comeIn(page, Role.ENTERPRISE, RunningServer.USCC);
    press(page, "融资需求", "Enter");
    assertThat(page.locator("[data-view=demands]")).isVisible();
    reach(page, "document.activeElement.name === 'amountFen'");
    page.keyboard().type("30");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-view=demand]")).containsText("30万元");
    reach(page, "document.activeElement.id === 'offer-cheap-loan'");
    page.keyboard().press("Space");
    assertThat(page.locator("#applying")).containsText("甲银行");
    browser.assertNoFaults();
  }

  private static void press(Page page, String text, String key) {
    reach(page, "document.activeElement.textContent === '" + text + "'");
    page.keyboard().press(key);
  }

  /** Goes on by the tabulator until something has the focus. */
  private static void reach(Page page, String there) {
    for (int presses = 0; presses < 60; presses++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate(there))) {
        return;
      }
    }
    throw new AssertionError("not reached by the keyboard: " + there);
  }

  private static void open(Page page, String view) {
    page.navigate("/enterprise#" + view);
    page.locator("[data-view=" + view.replaceFirst("/.*", "") + "]").waitFor();
  }

  private static Page.LocatorOptions containing(Locator inside) {
    return new Page.LocatorOptions().setHas(inside);
  }

  private static Locator.GetByRoleOptions more() {
    return new Locator.GetByRoleOptions().setName("更多").setExact(true);
  }
}
