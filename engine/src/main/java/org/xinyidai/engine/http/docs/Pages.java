package org.xinyidai.engine.http.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  /**
   * Our pages with their titles: the content name.html, in the frame that all have, and the script
   * name.js.
   */
  private static final Map<String, String> OWN_PAGES =
      Map.of(
          "login", "登录",
          "verify", "信用报告核验",
          "office", "考核指标与报表",
          "enterprise", "企业工作台",
          "lender", "金融机构工作台",
          "work", "主管部门工作台",
          "security", "账号与授权",
          "audit", "审计");

  /** A script says itself which others it needs. */
  private static final Pattern IMPORTED = Pattern.compile("from \"/([a-z/-]+)\\.js\";");

  private Pages() {}

  /** Every page, script and style that this server answers with, each under its own path. */
  public static List<Page> of(Installation installation) {
    List<Page> pages = new ArrayList<>();
    pages.add(new Page("/", HTML, landing(installation)));
    pages.add(new Page("/site.css", CSS, read(OWN + "site.css")));
    pages.addAll(viewer());
    Set<String> scripts = new TreeSet<>();
    OWN_PAGES.forEach(
        (name, title) -> {
          pages.add(new Page("/" + name, HTML, framed(name, title)));
          gather(name, scripts);
        });
    scripts.forEach(name -> pages.add(script(name)));
    return List.copyOf(pages);
  }

  /** A script with those that it imports, and those that these import. */
  private static void gather(String name, Set<String> scripts) {
    if (scripts.add(name)) {
      IMPORTED
          .matcher(text(name + ".js"))
          .results()
          .forEach(found -> gather(found.group(1), scripts));
    }
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
