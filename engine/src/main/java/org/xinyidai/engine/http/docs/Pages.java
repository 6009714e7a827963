package org.xinyidai.engine.http.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
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

  private Pages() {}

  public static List<Page> of(Installation installation) {
    String viewer = VIEWER + viewerVersion() + "/";
    return List.of(
        new Page("/", HTML, landing(installation)),
        new Page("/landing.css", CSS, read(OWN + "landing.css")),
        new Page("/login", HTML, read(OWN + "login.html")),
        new Page("/login.js", JAVASCRIPT, read(OWN + "login.js")),
        new Page("/login.css", CSS, read(OWN + "login.css")),
        new Page("/openapi.json", MediaTypes.JSON, OpenApi.document()),
        new Page("/docs", HTML, read(OWN + "docs.html")),
        new Page("/docs/start.js", JAVASCRIPT, read(OWN + "docs.js")),
        new Page("/docs/viewer.js", JAVASCRIPT, read(viewer + "swagger-ui-bundle.js")),
        new Page("/docs/viewer.css", CSS, read(viewer + "swagger-ui.css")),
        new Page("/office", HTML, read(OWN + "office.html")),
        new Page("/office.js", JAVASCRIPT, read(OWN + "office.js")),
        new Page("/office.css", CSS, read(OWN + "office.css")),
        new Page("/verify", HTML, read(OWN + "verify.html")),
        new Page("/verify.js", JAVASCRIPT, read(OWN + "verify.js")),
        new Page("/favicon.ico", "image/png", read(viewer + "favicon-32x32.png")));
  }

  private static byte[] landing(Installation installation) {
    String page = new String(read(OWN + "landing.html"), StandardCharsets.UTF_8);
    String note = installation.simulated() ? "landing-simulated.html" : "landing-delivered.html";
    String words = new String(read(OWN + note), StandardCharsets.UTF_8);
    return page.replace(DATA_NOTE, words.trim()).getBytes(StandardCharsets.UTF_8);
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
