package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.Browser.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.login.PhoneApp;

/** The security administrator lets people in and out; the auditor follows what was done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessBrowserTest {
  private static final String PASSWORD = "quiet river of stones";

  @TempDir static Path folder;
  private static RunningServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = RunningServer.in(folder);
    browser = Browser.of(server);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  @Test
  void a_person_is_invited_comes_in_is_seen_by_the_auditor_and_is_shut_out() {
    Page security = browser.desktop();
    browser.comeIn(security, Role.SECURITY, "市大数据局");
    assertTrue(security.url().endsWith("/security"), security.url());
    Browser.assertAccessible(security);
    security.getByRole(AriaRole.LINK, named("邀请")).click();
    // The view before it has names and roles too, and stands until this one is drawn.
    security.locator("[data-view=invite]").waitFor();
    security.getByLabel("姓名").fill("王小明");
    security.getByLabel("角色", new Page.GetByLabelOptions().setExact(true)).selectOption("office");
    security.locator("[name=organisation]").fill("市融资办");
    Browser.assertAccessible(security);
    security.getByRole(AriaRole.BUTTON, named("生成邀请码")).click();
    String code = security.locator("#code").textContent();

    Page clerk = browser.phone();
    accept(clerk, code);
    assertTrue(clerk.url().endsWith("/work"), clerk.url());
    assertThat(clerk.locator("#who")).containsText("wang-xiaoming");
    Browser.assertFits(clerk);

    Page auditor = browser.desktop();
    browser.comeIn(auditor, Role.AUDITOR, "市审计局");
    assertTrue(auditor.url().endsWith("/audit"), auditor.url());
    auditor
        .getByLabel("操作", new Page.GetByLabelOptions().setExact(true))
        .selectOption("postInvitation");
    auditor.getByRole(AriaRole.BUTTON, named("查询")).click();
    Locator found = auditor.locator(".view tbody tr");
    assertThat(found).hasCount(1);
    assertThat(found.first()).containsText("安全管理员");
    assertThat(found.first()).containsText("市大数据局");
    Browser.assertAccessible(auditor);

    shutOut(security);
    clerk.reload();
    clerk.waitForURL(url -> url.contains("/login?next="));
    browser.assertNoFaults();
  }

  private static void accept(Page page, String code) {
    page.navigate("/login");
    page.getByText("我有邀请码，首次开通").click();
    page.getByLabel("邀请码", new Page.GetByLabelOptions().setExact(true)).last().fill(code);
    page.getByLabel("自选用户名").fill("wang-xiaoming");
    page.getByLabel("自设口令").fill(PASSWORD);
    page.getByRole(AriaRole.BUTTON, named("开通")).click();
    assertThat(page.locator("#secret")).isVisible();
    String secret = page.locator("#key").textContent();
    page.getByLabel("用户名").first().fill("wang-xiaoming");
    page.getByLabel("口令", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    page.getByLabel("动态口令").fill(PhoneApp.code(secret));
    page.getByRole(AriaRole.BUTTON, named("登录")).click();
    page.waitForURL(url -> !url.contains("/login"));
    page.locator("#who").waitFor();
  }

  private static void shutOut(Page page) {
    page.getByRole(AriaRole.LINK, named("账户")).click();
    page.getByLabel("按姓名、机构或编号查找").fill("王小明");
    Locator rows = page.locator(".view tbody tr");
    assertThat(rows).hasCount(1);
    rows.first().getByRole(AriaRole.LINK).click();
    assertThat(page.locator(".view")).containsText("打开的会话");
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.BUTTON, named("停用此账户")).click();
    page.getByRole(AriaRole.BUTTON, named("再按一次确认：停用此账户")).click();
    assertThat(page.locator("#message")).hasText("已停用：王小明");
    page.getByLabel("按姓名、机构或编号查找").fill("王小明");
    assertThat(page.locator(".view tbody tr")).hasCount(0);
  }

  @Test
  void open_sessions_are_ended_organisations_registered_and_keys_rotated() {
    Page other = browser.desktop();
    browser.comeIn(other, Role.OFFICE, "县融资办");
    Page page = browser.desktop();
    browser.comeIn(page, Role.SECURITY, "市大数据局");
    page.getByLabel("按姓名、机构或编号查找").fill("县融资办");
    page.locator(".view tbody tr").first().getByRole(AriaRole.LINK).click();
    page.getByRole(AriaRole.BUTTON, named("结束全部会话")).click();
    page.getByRole(AriaRole.BUTTON, named("再按一次确认：结束全部会话")).click();
    assertThat(page.locator(".view")).containsText("没有打开的会话。");
    other.reload();
    other.waitForURL(url -> url.contains("/login?next="));

    page.getByRole(AriaRole.LINK, named("机构")).click();
    page.locator("[name=kind]").selectOption("guarantee");
    page.locator("[name=name]").fill("市融资担保公司");
    page.getByRole(AriaRole.BUTTON, named("登记")).click();
    assertThat(page.locator("#message")).hasText("已登记：市融资担保公司");
    assertThat(page.locator(".view tbody")).containsText("市融资担保公司");
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.LINK, named("密钥")).click();
    assertThat(page.locator(".view h2")).hasText("密钥");
    browser.assertNoFaults();
  }

  @Test
  void the_auditor_verifies_the_chain_and_reads_who_read() {
    Page page = browser.desktop();
    browser.comeIn(page, Role.AUDITOR, "市审计局");
    page.getByRole(AriaRole.LINK, named("审计链核验")).click();
    page.getByRole(AriaRole.BUTTON, named("核验整条审计链")).click();
    assertThat(page.locator(".note.good")).containsText("审计链完整");
    Browser.assertAccessible(page);

    Registered.deliver(server, RunningServer.USCC, "350100", "李四光");
    String path = "/api/v1/enterprises/" + RunningServer.USCC;
    assertEquals(200, server.getAs(server.token(Role.OFFICE, "市融资办"), path).statusCode());
    page.getByRole(AriaRole.LINK, named("查阅日志")).click();
    page.locator("[name=uscc]").fill(RunningServer.USCC);
    page.getByRole(AriaRole.BUTTON, named("查询")).click();
    assertThat(page.locator(".view tbody")).containsText("市融资办");
    page.getByRole(AriaRole.BUTTON, named("English")).click();
    assertThat(page.locator("h1")).hasText("Audit");
    browser.assertNoFaults();
  }
}
