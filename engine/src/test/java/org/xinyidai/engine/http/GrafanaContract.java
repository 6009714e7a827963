package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Role;

/** The dashboard that is shipped asks for metrics that a running server really has. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrafanaContract {
  private static final Path DASHBOARD = Path.of("../docs/grafana/xinyidai.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(xinyidai|jvm|process|system)_[a-z0-9_]+");

  @TempDir Path folder;

  @Test
  void every_metric_of_the_dashboard_is_exported() throws IOException {
    Set<String> wanted = new TreeSet<>();
    JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD, UTF_8));
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        Matcher metric = METRIC.matcher(target.path("expr").asText());
        assertTrue(metric.find(), target.toString());
        metric.results().map(found -> found.group()).forEach(wanted::add);
        metric.reset().results().map(found -> found.group()).forEach(wanted::add);
      }
    }
    assertTrue(wanted.size() > 10, wanted.toString());
    try (RunningServer server = RunningServer.in(folder)) {
      server.getAs(server.token(Role.OFFICE), "/api/v1/feeds");
      server.backend.office().pulse().take(LoanParties.today());
      String metrics = server.get("/metrics").body();
      Set<String> exported =
          metrics
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("[{ ]", 2)[0])
              .collect(Collectors.toSet());
      assertEquals(List.of(), wanted.stream().filter(name -> !exported.contains(name)).toList());
      assertTrue(
          metrics.contains("xinyidai_market_enterprises{stage=\"registered\"} 0.0"), metrics);
      assertTrue(metrics.contains("xinyidai_office_reports{state=\"overdue\"} 0.0"), metrics);
    }
  }
}
