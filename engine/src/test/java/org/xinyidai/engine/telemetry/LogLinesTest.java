package org.xinyidai.engine.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogLinesTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogLinesTest.class);

  @TempDir private Path folder;

  @Test
  void a_json_line_is_one_object_with_a_member_for_each_value() throws IOException {
    try (CapturedLog log = CapturedLog.of(LogLines.JSON)) {
      LOG.atInfo().addKeyValue("status", 200).addKeyValue("operation", "getScore").log("answered");

      JsonNode line = new ObjectMapper().readTree(log.lines().get(0));
      assertEquals("INFO", line.path("level").asText());
      assertEquals("answered", line.path("message").asText());
      assertEquals(200, line.path("status").asInt());
      assertEquals("getScore", line.path("operation").asText());
      assertTrue(Instant.parse(line.path("time").asText()).isAfter(Instant.EPOCH));
      assertTrue(log.lines().get(0).endsWith("\n"));
      assertEquals(1, log.lines().get(0).lines().count());
    }
  }

  @Test
  void an_exception_shows_classes_and_places_and_no_message() {
    RuntimeException cause = new IllegalStateException("赵六欠税五万");
    for (LogLines form : LogLines.values()) {
      try (CapturedLog log = CapturedLog.of(form)) {
        LOG.error("failed", new IllegalArgumentException("赵六", cause));

        String line = log.lines().get(0);
        assertTrue(line.contains("IllegalArgumentException"), line);
        assertTrue(line.contains("caused by java.lang.IllegalStateException"), line);
        assertTrue(line.contains("LogLinesTest.java"), line);
        assertFalse(line.contains("赵六"), line);
      }
    }
  }

  @Test
  void what_the_store_says_of_disks_is_told() {
    try (CapturedLog log = CapturedLog.of(LogLines.TEXT)) {
      LOG.error("failed", new StoreException(Category.EXHAUSTED, "the disk is full"));
      assertTrue(log.lines().get(0).contains("the disk is full"), log.lines().get(0));
    }
  }

  @Test
  void what_libraries_say_to_the_log_of_the_jdk_stands_in_the_same_log() {
    try (CapturedLog log = CapturedLog.of(LogLines.JSON)) {
      java.util.logging.Logger.getLogger("io.opentelemetry").log(Level.WARNING, "no collector");
      assertTrue(log.lines().get(0).contains("\"message\":\"no collector\""), "" + log.lines());
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_refused() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    try {
      assertThrows(
          UncheckedIOException.class, () -> LogLines.TEXT.use(inTheWay.resolve("xyd.log")));
    } finally {
      LogLines.TEXT.use(null);
    }
  }

  @Test
  void a_file_gets_json_lines() throws IOException {
    Path file = folder.resolve("logs").resolve("xyd.log");
    LogLines.TEXT.use(file);
    LOG.info("to the file");
    LogLines.TEXT.use(null);
    JsonNode line = new ObjectMapper().readTree(Files.readString(file));
    assertEquals("to the file", line.path("message").asText());
  }
}
