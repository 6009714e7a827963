package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.login.Enrolment;
import org.xinyidai.engine.login.PhoneApp;

/**
 * The Chromium of the machine before a running server. It notes what a page must never do: fail in
 * its script, be answered 5xx, ask another host. Where there is no Chromium its tests are skipped.
 */
final class Browser implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + Address.LOOPBACK);
  private static final String PASSWORD = "windy lamp of march";

  /**
   * The browser's own note of an answer such as 404; what a page made of it is asserted by name.
   */
  private static final String REFUSED = "Failed to load resource";

  private static final double PATIENCE_MS = 20_000;

  private final RunningServer server;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger users = new AtomicInteger();

  private Browser(RunningServer server, Path executable) {
    this.server = server;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
  }

  /** A browser for a server; skips the test where the machine has none. */
  static Browser of(RunningServer server) {
    Optional<Path> executable = PLACES.stream().filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(
        executable.isPresent(), "no Chromium here: apt-get install chromium fonts-noto-cjk");
    return new Browser(server, executable.orElseThrow());
  }

  /** A page of a phone, 375 pixels wide. */
  Page phone() {
    return page(375, 740);
  }

  Page desktop() {
    return page(1280, 900);
  }

  private Page page(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setBaseURL(origin()));
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onPageError(fault -> faults.add("script: " + fault));
    page.onConsoleMessage(this::hear);
    page.onRequest(request -> hearRequest(request.url()));
    page.onResponse(
        answer -> {
          if (answer.status() >= 500) {
            faults.add(answer.status() + " " + answer.url());
          }
        });
    return page;
  }

  private String origin() {
    return "http://" + Address.LOOPBACK + ":" + server.port();
  }

  private void hear(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !message.text().startsWith(REFUSED)) {
      faults.add("console: " + message.text());
    }
  }

  private void hearRequest(String url) {
    boolean inside = url.startsWith("data:") || url.startsWith("blob:");
    if (!inside && !(origin() + "/").startsWith(URI.create(url).resolve("/").toString())) {
      faults.add("asked elsewhere: " + url);
    }
  }

  /** Opens an account, and comes in through /login; ends on the page of the role. */
  void comeIn(Page page, Role role, String organisation) {
    comeIn(page, server.backend.accounts().open(role, role.id(), organisation));
  }

  /** The same for an account that is there. */
  void comeIn(Page page, Account account) {
    String user = account.role().id() + "-" + users.incrementAndGet();
    Enrolment enrolled =
        server
            .backend
            .logins()
            .accept(server.backend.logins().invite(account.id()), user, PASSWORD);
    page.navigate("/login");
    page.getByLabel("用户名").first().fill(user);
    page.getByLabel("口令", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    String secret = enrolled.secret();
    if (secret != null) {
      page.getByLabel("动态口令").fill(PhoneApp.code(secret));
    }
    page.getByRole(AriaRole.BUTTON, named("登录")).click();
    page.waitForURL(url -> !url.contains("/login"));
    page.locator("#who").waitFor();
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Fails if a rule of axe is broken on what shows now (WCAG 2.2 and best practices). */
  static void assertAccessible(Page page) {
    AxeResults found = new AxeBuilder(page).analyze();
    assertFalse(found.getPasses().isEmpty(), "no rule was tried");
    List<String> broken = new ArrayList<>();
    found
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes().forEach(node -> broken.add(rule.getId() + " " + node.getHtml())));
    assertEquals(List.of(), broken, page.url());
  }

  /** Fails if a page can only be seen by moving it sideways. */
  static void assertFits(Page page) {
    Object over =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertEquals(0, over, "wider than the screen: " + page.url());
  }

  /** Fails if any page so far failed in its script, was answered 5xx, or asked another host. */
  void assertNoFaults() {
    assertEquals(List.of(), List.copyOf(faults));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
