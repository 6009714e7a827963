package org.xinyidai.engine.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.Browser.named;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** A loan officer looks for enterprises, keeps the search and pulls leads within the quota. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LenderScreenBrowserTest {
  /** Counts are told with a little noise, so that they find out nobody. */
  private static final Pattern FORTY = Pattern.compile("约(40|50)家");

  private static final Pattern TWENTY = Pattern.compile("约(20|30)家");

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
  void conditions_are_counted_at_once_and_leads_are_pulled_without_names() throws IOException {
    Page page = browser.desktop();
    browser.comeIn(page, Role.BANK, ScreenedTown.BANK);
    page.locator("[data-tab=screen]").click();
    assertThat(page.locator(".count")).containsText(FORTY);
    Browser.assertAccessible(page);

    Locator rating = condition(page, "tax_rating_class");
    rating.getByLabel("A（").check();
    assertThat(page.locator(".count")).containsText(TWENTY);
    condition(page, "age_months").getByLabel("不低于").selectOption("24");
    page.getByRole(AriaRole.BUTTON, named("查看企业")).click();
    assertThat(page.locator(".view table").first()).containsText("C 制造业");
    Browser.assertAccessible(page);

    page.getByLabel("名称").fill("A级两年以上");
    page.getByRole(AriaRole.BUTTON, named("保存当前条件")).click();
    assertThat(page.locator(".aside")).containsText("A级两年以上");

    assertThat(page.locator(".quota")).containsText("今日剩余线索额度");
    page.getByLabel("用途（企业会看到）").fill("春季走访");
    page.getByLabel("条数").fill("5");
    Download file = pulled(page, "csv");
    String csv = Files.readString(file.path());
    assertEquals(6, csv.lines().count(), "a head and five leads");
    assertTrue(csv.contains(ScreenedTown.BANK) && !csv.contains("铸造厂"), csv);

    page.getByLabel("形式").selectOption("page");
    page.getByRole(AriaRole.BUTTON, named("拉取")).click();
    assertThat(page.locator(".found")).hasCount(5);
    assertThat(page.locator(".found").first()).not().containsText("铸造");
    Browser.assertAccessible(page);
    browser.assertNoFaults();
  }

  private static Download pulled(Page page, String form) {
    page.getByLabel("形式").selectOption(form);
    return page.waitForDownload(page.getByRole(AriaRole.BUTTON, named("拉取"))::click);
  }

  @Test
  void a_kept_search_is_opened_again_and_a_group_that_is_too_small_is_not_counted() {
    Page page = browser.phone();
    browser.comeIn(page, Role.BANK, ScreenedTown.BANK);
    page.navigate("/lender#screen");
    condition(page, "age_months").getByLabel("低于").last().selectOption("24");
    assertThat(page.locator(".count")).containsText("少于16家，不显示具体数");
    Browser.assertFits(page);
    page.getByLabel("名称").fill("新企业");
    page.getByRole(AriaRole.BUTTON, named("保存当前条件")).click();
    assertThat(page.locator(".aside")).containsText("新企业");
    page.getByRole(AriaRole.BUTTON, named("清空条件")).click();
    assertThat(page.locator(".count")).containsText(FORTY);

    page.getByRole(AriaRole.BUTTON, named("新企业")).click();
    assertThat(page.locator(".count")).containsText("少于16家");
    page.getByRole(AriaRole.BUTTON, named("查看企业")).click();
    assertThat(page.locator(".view")).containsText("为保护企业不予列出");
    Browser.assertAccessible(page);
    Browser.assertFits(page);
    browser.assertNoFaults();
  }

  private static Locator condition(Page page, String attribute) {
    Locator fold = page.locator("details[data-attribute=" + attribute + "]");
    fold.locator("summary").click();
    return fold;
  }
}
