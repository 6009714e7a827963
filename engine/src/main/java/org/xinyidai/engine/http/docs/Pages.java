package org.xinyidai.engine.http.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.xinyidai.engine.http.call.MediaTypes;

/** All pages of this server. They are inside the program: nothing is fetched from elsewhere. */
public final class Pages {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String OWN = "/org/xinyidai/engine/http/docs/";
  private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/";
  private static final String VIEWER_VERSION =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String DATA_NOTE = "<!-- data -->";

  /** What site.js hands on to every page. */
  private static final List<String> SITE =
      List.of("ask", "build", "figures", "forms", "language", "live", "pages", "start");

  /** What the page of the office is made of. */
  private static final String[] WORK = {
    "kit",
    "decision",
    "waiting",
    "kinds-rights",
    "kinds-loans",
    "kinds-names",
    "kinds-complaints",
    "kinds-records",
    "supervision",
    "policy",
    "matching"
  };

  private Pages() {}

  /** Every page, script and style that this server answers with, each under its own path. */
  public static List<Page> of(Installation installation) {
    List<Page> pages = new ArrayList<>();
    pages.add(new Page("/", HTML, landing(installation)));
    pages.addAll(site());
    pages.addAll(viewer());
    pages.addAll(page("login", "登录"));
    pages.addAll(page("verify", "信用报告核验"));
    pages.addAll(page("office", "考核指标与报表"));
    pages.addAll(page("work", "主管部门工作台", WORK));
    pages.addAll(page("security", "账号与授权", "accounts", "invite", "keys"));
    pages.addAll(page("audit", "审计", "entries", "chain"));
    return List.copyOf(pages);
  }

  /**
   * A page of ours: its content name.html, in the frame that all have, its script name.js, and the
   * modules that this imports, each in the folder of its name.
   */
  private static List<Page> page(String name, String title, String... modules) {
    List<Page> pages = new ArrayList<>();
    pages.add(new Page("/" + name, HTML, framed(name, title)));
    pages.add(script(name));
    Stream.of(modules).map(module -> script(name + "/" + module)).forEach(pages::add);
    return pages;
  }

  private static List<Page> site() {
    List<Page> pages = new ArrayList<>();
    pages.add(new Page("/site.css", CSS, read(OWN + "site.css")));
    pages.add(script("site"));
    SITE.stream().map(module -> script("site/" + module)).forEach(pages::add);
    return pages;
  }

  private static List<Page> viewer() {
    String viewer = VIEWER + viewerVersion() + "/";
    return List.of(
        new Page("/openapi.json", MediaTypes.JSON, OpenApi.document()),
        new Page("/docs", HTML, read(OWN + "docs.html")),
        new Page("/docs/start.js", JAVASCRIPT, read(OWN + "docs.js")),
        new Page("/docs/viewer.js", JAVASCRIPT, read(viewer + "swagger-ui-bundle.js")),
        new Page("/docs/viewer.css", CSS, read(viewer + "swagger-ui.css")),
        new Page("/favicon.ico", "image/png", read(viewer + "favicon-32x32.png")));
  }

  private static Page script(String name) {
    return new Page("/" + name + ".js", JAVASCRIPT, read(OWN + name + ".js"));
  }

  private static byte[] framed(String name, String title) {
    return text("frame.html")
        .replace("<!-- title -->", title)
        .replace("<!-- name -->", name)
        .replace("<!-- main -->", text(name + ".html").trim())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] landing(Installation installation) {
    String note = installation.simulated() ? "landing-simulated.html" : "landing-delivered.html";
    return text("landing.html")
        .replace(DATA_NOTE, text(note).trim())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String file) {
    return new String(read(OWN + file), StandardCharsets.UTF_8);
  }

  private static String viewerVersion() {
    Properties properties = new Properties();
    try (InputStream in = open(VIEWER_VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Pages.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the program lacks its own file " + resource);
    }
    return in;
  }
}
