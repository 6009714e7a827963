package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.Browser.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A clerk of the financing office at the workbench: what waits, decided with a reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClerkBrowserTest {
  @TempDir Path folder;
  private WaitingTown town;
  private Browser browser;

  @BeforeEach
  void start() {
    town = WaitingTown.in(folder);
    browser = Browser.of(town.all.server);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
    }
    town.all.server.close();
  }

  @Test
  void a_clerk_sees_all_that_waits_and_corrects_a_disputed_record_with_a_reason() {
    Page page = browser.desktop();
    String objection = town.objection();
    browser.comeIn(page, Role.OFFICE, "市融资办");
    assertTrue(page.url().endsWith("/work"), page.url());
    assertThat(chip(page, "escalation")).containsText("超期申请 1（超期 1）");
    assertThat(chip(page, "objection")).containsText("异议 1");
    assertThat(rows(page).first()).containsText("超期申请");
    assertThat(chip(page, "behind")).containsText("落后单位");
    assertThat(page.locator("tbody")).containsText("剩 20 天");
    Browser.assertAccessible(page);

    chip(page, "objection").click();
    assertThat(rows(page)).hasCount(1);
    assertThat(rows(page).first()).containsText("评价与事实不符");
    open(rows(page).first());
    assertThat(page.locator(".view")).containsText("2024-04-12");
    assertThat(page.locator(".view")).containsText("评价与事实不符");
    page.getByLabel("更正记录").check();
    Browser.assertAccessible(page);
    page.locator("[name='correction.grade']").fill("B");
    page.locator("[name=note]").fill("经核查，税务局已更正为B级");
    page.getByRole(AriaRole.BUTTON, named("提交")).click();

    assertThat(page.locator("#message")).containsText("已办理：异议");
    assertThat(rows(page).first()).containsText("书面答复企业");
    JsonNode decided = town.find("/api/v1/objections/" + objection);
    assertEquals("CORRECTED", decided.path("state").asText());
    assertEquals("经核查，税务局已更正为B级", decided.at("/steps/1/note").asText());
    assertEquals("B", town.rating());
    browser.assertNoFaults();
  }

  @Test
  void a_claim_is_confirmed_with_a_reason_and_a_refusal_of_the_server_is_shown() {
    Page page = browser.phone();
    String claim = town.disputedClaim();
    browser.comeIn(page, Role.OFFICE, "市融资办");
    chip(page, "claim").click();
    open(rows(page).first());
    assertThat(page.locator(".view")).containsText("合同编号");
    assertThat(page.locator(".view")).containsText("金额不符");
    Browser.assertFits(page);
    Browser.assertAccessible(page);
    page.getByLabel("认定", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("[name=note]").fill("合同与流水一致");
    page.getByRole(AriaRole.BUTTON, named("提交")).click();

    assertThat(page.locator(".view .error")).containsText("机构尚未提交证据材料");
    town.evidence(claim);
    page.getByRole(AriaRole.BUTTON, named("提交")).click();
    assertThat(page.locator("#message")).containsText("已办理：贷款认领");
    JsonNode confirmed = town.find("/api/v1/loan-claims/" + claim);
    assertEquals("CONFIRMED", confirmed.path("state").asText());
    assertTrue(confirmed.path("history").toString().contains("合同与流水一致"));
    browser.assertNoFaults();
  }

  @Test
  void a_complaint_by_telephone_is_entered_given_to_its_lender_and_answered() {
    Page page = browser.phone();
    browser.comeIn(page, Role.OFFICE, "市融资办");
    page.getByRole(AriaRole.LINK, named("登记来电、来访投诉")).click();
    page.getByLabel("工单编号").fill("12345-0018");
    page.locator("[name=complainant]").fill("王女士");
    page.locator("[name=organisation]").fill("abc");
    page.getByLabel("投诉内容").fill("放款时要求购买保险");
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.BUTTON, named("登记")).click();
    assertThat(page.locator("#message")).containsText("已登记投诉");

    chip(page, "complaint").click();
    open(rows(page).first());
    assertThat(page.locator(".view")).containsText("12345热线 · 12345-0018");
    page.getByLabel("受理交办").check();
    page.locator("[name=note]").fill("请于五日内核实");
    page.getByRole(AriaRole.BUTTON, named("提交")).click();
    assertThat(page.locator("#message")).containsText("已办理：投诉 王女士");
    Browser.assertFits(page);
    JsonNode given = town.find("/api/v1/complaints?state=assigned").at("/complaints/0");
    assertEquals("abc", given.path("assignee").asText());
    assertEquals("hotline_12345", given.path("channel").asText());
    browser.assertNoFaults();
  }

  @Test
  void an_application_that_its_lender_let_pass_is_urged() {
    Page page = browser.desktop();
    browser.comeIn(page, Role.OFFICE, "市融资办");
    chip(page, "escalation").click();
    assertThat(rows(page)).hasCount(1);
    assertThat(rows(page).first()).containsText("abc");
    assertThat(rows(page).first()).containsText("已超期");
    open(rows(page).first());
    assertThat(page.locator(".view")).containsText("已用工作日");
    page.getByLabel("督办：催促机构办理").check();
    page.locator("[name=note]").fill("请三日内答复企业");
    page.getByRole(AriaRole.BUTTON, named("提交")).click();
    assertThat(page.locator("#message")).containsText("已办理：超期申请");
    assertTrue(town.all.told(town.all.abc).contains("请三日内答复企业"), town.all.told(town.all.abc));
    browser.assertNoFaults();
  }

  @Test
  void supervision_shows_lenders_and_goes_down_to_a_district() {
    Page page = browser.desktop();
    browser.comeIn(page, Role.OFFICE, "市融资办");
    page.getByRole(AriaRole.LINK, named("监管")).click();
    Locator lenders = page.getByRole(AriaRole.REGION, named("金融机构办理情况"));
    assertThat(lenders.locator("tbody tr")).hasCount(1);
    assertThat(lenders.locator("tbody tr").first()).containsText("1");
    assertThat(page.getByRole(AriaRole.REGION, named("数源单位报送与质量"))).isVisible();
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.LINK, named("350100")).click();
    assertThat(page.getByRole(AriaRole.LINK, named("返回全部区县"))).isVisible();
    assertTrue(page.url().endsWith("#supervision/350100"), page.url());
    browser.assertNoFaults();
  }

  @Test
  void a_policy_tool_is_published_and_changed_by_a_new_version() {
    Page page = browser.desktop();
    browser.comeIn(page, Role.OFFICE, "市融资办");
    page.getByRole(AriaRole.LINK, named("政策工具")).click();
    page.getByRole(AriaRole.LINK, named("新建政策工具")).click();
    page.locator("[name=id]").fill("technology-subsidy");
    page.locator("[name=nameZh]").fill("科技贷款贴息");
    page.locator("[name=nameEn]").fill("technology subsidy");
    page.locator("[name='measure.bp']").fill("1.5");
    page.locator("[name='measure.capFen']").fill("10");
    page.locator("[name=budgetLeft]").fill("500");
    page.locator("[name=document]").fill("市政办〔2026〕1号");
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.BUTTON, named("发布")).click();
    assertThat(page.locator("#message")).containsText("已发布：科技贷款贴息");
    assertThat(rows(page).first()).containsText("年贴息 1.5%，上限 10万元");
    assertThat(rows(page).first()).containsText("500万元");

    page.getByRole(AriaRole.LINK, named("变更 科技贷款贴息")).click();
    page.locator("[name=budgetLeft]").fill("320.5");
    page.getByRole(AriaRole.BUTTON, named("发布")).click();
    assertThat(rows(page).first()).containsText("320.5万元");
    JsonNode tool = town.find("/api/v1/policy-tools/technology-subsidy").path("tools").get(1);
    assertEquals(2, tool.path("version").asInt());
    assertEquals(320_500_000L, tool.path("budgetLeftFen").asLong());
    assertEquals(150, tool.at("/measure/bp").asInt());
    browser.assertNoFaults();
  }

  @Test
  void the_office_of_a_district_sees_its_district_alone() {
    town.objection();
    Page page = browser.desktop();
    browser.comeIn(page, town.officeOf("440300"));
    assertThat(page.locator(".view")).containsText("没有待办事项。");
    assertThat(page.getByRole(AriaRole.LINK, named("全市对接会"))).hasCount(0);
    for (String view : List.of("监管", "政策工具")) {
      page.getByRole(AriaRole.LINK, named(view)).click();
      assertThat(page.locator(".view h2").first()).hasText(view);
      Browser.assertAccessible(page);
    }
    browser.assertNoFaults();
  }

  private static Locator chip(Page page, String kind) {
    return page.locator("[data-kind=" + kind + "]");
  }

  private static Locator rows(Page page) {
    return page.locator(".view tbody tr");
  }

  private static void open(Locator row) {
    row.getByRole(AriaRole.LINK).click();
  }
}
