package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesContract {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"#][^\"]*)\"");

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/docs",
        "/login",
        "/office",
        "/lender",
        "/enterprise",
        "/work",
        "/security",
        "/audit",
        "/verify"
      })
  void a_page_loads_only_what_this_server_holds_and_runs_nothing_inline(String path) {
    HttpResponse<String> page = server.get(path);

    assertEquals(200, page.statusCode());
    ProblemContract.assertSecure(page);
    assertFalse(page.body().matches("(?s).*<(style|script)>.*|.* (style|on\\w+)=\".*"));
    Matcher loaded = LOADED.matcher(page.body());
    while (loaded.find()) {
      assertTrue(loaded.group(1).startsWith("/"), loaded.group(1));
      assertEquals(200, server.get(loaded.group(1)).statusCode(), loaded.group(1));
    }
  }

  @Test
  void every_bracket_of_the_style_is_closed() {
    String style = server.get("/site.css").body();
    int open = 0;
    for (int i = 0; i < style.length(); i++) {
      open += style.charAt(i) == '{' ? 1 : style.charAt(i) == '}' ? -1 : 0;
      assertTrue(open >= 0 && open <= 2, style);
    }
    assertEquals(0, open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/office",
        "/lender",
        "/enterprise",
        "/work",
        "/security",
        "/audit",
        "/verify"
      })
  void what_a_page_hides_is_hidden_whatever_its_style_says_of_labels(String path) {
    assertTrue(server.get(path).body().contains("href=\"/site.css\""));
    assertTrue(server.get("/site.css").body().contains("[hidden] { display: none !important; }"));
  }

  @Test
  void every_page_that_a_role_is_led_to_exists_and_every_module_loads_from_here() {
    Matcher led =
        Pattern.compile("path: \"([^\"]+)\"").matcher(server.get("/site/pages.js").body());
    int pages = 0;
    while (led.find()) {
      HttpResponse<String> page = server.get(led.group(1));
      assertEquals(200, page.statusCode(), led.group(1));
      Matcher script = Pattern.compile("type=\"module\" src=\"([^\"]+)\"").matcher(page.body());
      if (script.find()) {
        assertImports(script.group(1), new HashSet<>());
      }
      pages++;
    }
    assertTrue(pages >= 3, "pages: " + pages);
  }

  private static void assertImports(String path, Set<String> seen) {
    if (!seen.add(path)) {
      return;
    }
    HttpResponse<String> script = server.get(path);
    assertEquals(200, script.statusCode(), path);
    assertFalse(script.body().contains("innerHTML"), path);
    Matcher imported = Pattern.compile("from \"([^\"]+)\"").matcher(script.body());
    while (imported.find()) {
      assertTrue(imported.group(1).startsWith("/"), imported.group(1));
      assertImports(imported.group(1), seen);
    }
  }

  @Test
  void the_first_page_says_that_simulated_data_is_simulated_and_real_data_is_not(
      @TempDir Path other) {
    assertTrue(server.get("/").body().contains("模拟数据"));
    assertTrue(server.get("/").body().contains("simulated"));
    try (RunningServer real = RunningServer.withDeliveredData(other)) {
      assertFalse(real.get("/").body().contains("模拟"));
      assertEquals("delivered", RunningServer.json(real.get("/health")).path("data").asText());
    }
  }

  @Test
  void health_says_that_it_is_up_and_that_its_data_is_simulated() {
    for (String path : List.of("/health", "/api/v1/health")) {
      HttpResponse<String> health = server.get(path);
      assertEquals("up", RunningServer.json(health).path("status").asText());
      assertEquals("simulated", RunningServer.json(health).path("data").asText());
      ProblemContract.assertSecure(health);
    }
  }

  @Test
  void a_page_that_did_not_change_is_not_sent_again() {
    String tag = server.get("/docs").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = server.get("/docs", "If-None-Match", tag);

    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
  }

  @Test
  void metrics_are_open_on_this_machine_and_closed_through_a_proxy() {
    server.get("/health");
    HttpResponse<String> metrics = server.get("/metrics", "Accept", "text/plain;version=0.0.4");

    assertEquals(200, metrics.statusCode());
    assertTrue(metrics.body().contains("xinyidai_http_requests_seconds_count"), metrics.body());
    assertTrue(metrics.body().contains("xinyidai_store_handles"));
    assertEquals(401, server.get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode());
  }
}
