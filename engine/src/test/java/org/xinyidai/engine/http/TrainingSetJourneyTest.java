package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xinyidai.engine.http.RunningServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.models.record.TaxRating;

/** The office posts outcomes, and fetches what was known before them in any form. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingSetJourneyTest {
  private static final String PATH = "/api/v1/training-sets";
  private static final String ARROW = "application/vnd.apache.arrow.file";
  private static final Instant LAST_SECOND =
      OffsetDateTime.parse("2024-05-31T23:59:59+08:00").toInstant();
  private static final String LABELS =
      "uscc,observedOn,bad\n%s,2024-05-31,0\n%s,2024-05-31,1\n"
          .formatted(RunningServer.USCC, RunningServer.OTHER_USCC);

  @TempDir Path folder;
  private RunningServer server;
  private String office;

  @BeforeEach
  void start() throws IOException {
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);
    rate(RunningServer.USCC, LAST_SECOND);
    rate(RunningServer.OTHER_USCC, LAST_SECOND.plusSeconds(1));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void labels_become_a_set_that_knows_nothing_of_a_second_later() throws IOException {
    String id = made("text/csv", LABELS);

    HttpResponse<String> csv = server.getAs(office, PATH + "/" + id, "Accept", "text/csv");
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv.body()).stream().toList();
    assertEquals(2, rows.size());
    assertEquals(RunningServer.USCC, rows.get(0).getField("uscc"));
    assertEquals("5", rows.get(0).getField("tax_rating_class").replace(".0", ""));
    assertEquals("0", rows.get(0).getField("bad"));
    assertEquals("", rows.get(1).getField("tax_rating_class"));
    assertEquals("FEED_ABSENT", rows.get(1).getField("tax_rating_class__missing"));
    assertTrue(csv.headers().firstValue("Content-Disposition").orElseThrow().contains(id + ".csv"));
  }

  @Test
  void the_files_of_a_set_are_for_the_servers_own_user_alone() throws IOException {
    String id = made("text/csv", LABELS);

    Path sets = folder.resolve("training-sets");
    assertEquals("rwx------", mode(sets));
    try (Stream<Path> files = Files.list(sets)) {
      List<Path> own = files.filter(file -> file.getFileName().toString().contains(id)).toList();
      assertTrue(own.size() >= 2, own.toString());
      for (Path file : own) {
        assertEquals("rw-------", mode(file), file.toString());
      }
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void the_same_set_comes_as_arrow_and_outlives_a_restart() throws IOException {
    String id = made("text/csv", LABELS);
    server.close();
    server = RunningServer.in(folder);
    office = server.token(Role.OFFICE);

    HttpResponse<byte[]> arrow = server.getBytesAs(office, PATH + "/" + id, "Accept", ARROW);
    assertEquals(200, arrow.statusCode());
    Path file = folder.resolve("fetched.arrow");
    Files.write(file, arrow.body());
    try (RootAllocator allocator = new RootAllocator();
        ArrowFileReader reader = new ArrowFileReader(Files.newByteChannel(file), allocator)) {
      assertTrue(reader.loadNextBatch());
      assertEquals(2, reader.getVectorSchemaRoot().getRowCount());
    }
  }

  @Test
  void json_and_csv_in_any_order_of_the_same_labels_are_one_set() {
    String one = "{\"uscc\":\"%s\",\"observedOn\":\"2024-05-31\",\"bad\":%s}";
    String body =
        "{\"labels\":[%s,%s]}"
            .formatted(
                one.formatted(RunningServer.OTHER_USCC, true),
                one.formatted(RunningServer.USCC, false));
    assertEquals(made("text/csv", LABELS), made("application/json", body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|labels",
        "{\"labels\":[{\"uscc\":\"x\",\"observedOn\":\"2024-05-31\",\"bad\":true}]}|labels.0.uscc",
        "{\"labels\":[{\"uscc\":\"91350100M000100Y43\",\"bad\":true}]}|labels.0.observedOn",
        "{\"labels\":[{\"uscc\":\"91350100M000100Y43\",\"observedOn\":\"2024-05-31\"}]}|labels.0.bad",
        "{\"labels\":[{\"uscc\":\"91350100M000100Y43\",\"observedOn\":\"2099-05-31\",\"bad\":true}]}|observedOn"
      })
  void labels_that_do_not_hold_are_refused_by_their_field(String body, String field) {
    HttpResponse<String> answer = server.postAs(office, PATH, "application/json", body);
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals(field, json(answer).path("field").asText());
  }

  @Test
  void a_damaged_file_of_labels_is_refused_by_its_line() {
    HttpResponse<String> answer =
        server.postAs(office, PATH, "text/csv", LABELS + "nobody,2024-05-31,1\n");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("line 4"), answer.body());
  }

  @Test
  void nobody_but_the_office_makes_or_fetches_one_and_none_is_there_unmade() {
    String id = made("text/csv", LABELS);
    for (Role role :
        new Role[] {Role.SOURCE, Role.ENTERPRISE, Role.BANK, Role.AUDITOR, Role.ADMIN}) {
      String token = server.token(role);
      assertEquals(403, server.postAs(token, PATH, "text/csv", LABELS).statusCode());
      assertEquals(403, server.getAs(token, PATH + "/" + id).statusCode());
    }
    for (String none : new String[] {"ts-000000000000000000000000", "..", "x"}) {
      assertEquals(404, server.getAs(office, PATH + "/" + none).statusCode());
    }
  }

  /** Posts labels and waits until the set is there; its number. */
  private String made(String type, String body) {
    HttpResponse<String> begun = server.postAs(office, PATH, type, body);
    assertEquals(202, begun.statusCode(), begun.body());
    String watch = begun.headers().firstValue("Location").orElseThrow();
    JsonNode task = json(begun);
    while (task.path("endedAt").isNull()) {
      task = json(server.getAs(office, watch));
    }
    assertEquals("DONE", task.path("state").asText(), task.toString());
    return task.path("id").asText();
  }

  private void rate(String uscc, Instant knownAt) throws IOException {
    byte[] row = ("uscc,publishedOn,year,grade\n" + uscc + ",2024-04-12,2023,A\n").getBytes(UTF_8);
    server
        .backend
        .platform()
        .ingest()
        .take(
            Delivery.once(TaxRating.FEED, uscc, new ByteArrayInputStream(row), knownAt),
            FeedReader.open(TaxRating.FEED, new ByteArrayInputStream(row), Format.CSV),
            Progress.NONE);
  }
}
