package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.Browser.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** The pages for everyone, as a person meets them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoginBrowserTest {
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
  void a_wrong_password_is_said_and_the_right_one_leads_the_office_to_its_page_and_out_again() {
    Page page = browser.desktop();
    page.navigate("/login");
    page.getByLabel("用户名").first().fill("nobody-here");
    page.getByLabel("口令", new Page.GetByLabelOptions().setExact(true)).fill("not the password");
    page.getByRole(AriaRole.BUTTON, named("登录")).click();
    assertThat(page.locator("#message")).containsText("用户名、口令或动态口令不正确");

    browser.comeIn(page, Role.OFFICE, "市融资办");
    assertTrue(page.url().endsWith("/work"), page.url());
    page.getByRole(AriaRole.LINK, named("考核与报表")).click();
    assertThat(page.locator("#who")).containsText("主管部门");
    assertThat(page.locator("#sheets h2").first()).isVisible();
    Browser.assertAccessible(page);

    page.getByRole(AriaRole.BUTTON, named("退出")).click();
    assertThat(page.locator("#message")).hasText("已退出。");
    page.navigate("/office");
    page.waitForURL(url -> url.contains("/login?next=%2Foffice"));
    browser.assertNoFaults();
  }

  @Test
  void the_language_is_kept_over_pages() {
    Page page = browser.phone();
    page.navigate("/login");
    assertThat(page.locator("h1")).hasText("登录");
    page.getByRole(AriaRole.BUTTON, named("English")).click();
    assertThat(page.locator("h1")).hasText("Come in");
    page.navigate("/verify");
    assertThat(page.locator("h1")).hasText("Verify a credit report");
    page.getByRole(AriaRole.BUTTON, named("中文")).click();
    assertThat(page.locator("h1")).hasText("信用报告核验");
    browser.assertNoFaults();
  }

  @Test
  void pages_for_everyone_are_accessible_and_fit_a_phone() {
    Page page = browser.phone();
    for (String path : List.of("/", "/login", "/verify")) {
      page.navigate(path);
      page.locator("h1").waitFor();
      Browser.assertAccessible(page);
      Browser.assertFits(page);
    }
    browser.assertNoFaults();
  }
}
