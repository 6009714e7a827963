package org.xinyidai.engine.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.RecordAnswer.Verdict;
import org.xinyidai.engine.feedback.Corrections.Outcome;
import org.xinyidai.engine.ingest.StoredJson;

/** What was rejected or set aside is mended by a result that stands in its place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionsTest {
  @TempDir Path folder;
  private RelayRig rig;

  @BeforeEach
  void open() {
    rig = new RelayRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void what_was_set_aside_is_mended_once_its_correction_is_accepted() {
    SomeResults.put(rig.platform.store(), 0, "");
    SomeResults.put(rig.platform.store(), 1, 3);
    rig.run();
    assertEquals(1, rig.line().tally().setAside());
    Outcome.Kept kept =
        assertInstanceOf(
            Outcome.Kept.class, put(SomeResults.id(0), "{\"enterprise\":{\"name\":\"某公司\"}}"));
    assertEquals(SomeResults.id(0) + ".c1", kept.held().entry().id());
    rig.run();
    assertEquals(RelayRig.line(3, new Tally(3, 3, 0, 2, 0, 1, 0, Map.of())), rig.line());
    assertEquals(Standing.MENDED, rig.state(0).standing());
    assertEquals(3, rig.node.held(rig.today()).size());
  }

  @Test
  void a_correction_that_is_rejected_can_be_corrected_again_and_mends_the_first() {
    SomeResults.put(rig.platform.store(), 0, 2);
    String id = SomeResults.id(1);
    rig.node.answering(
        batch -> Optional.of(rig.node.butFor(batch, id, Verdict.REJECTED, "NOT_IN_LIST")));
    rig.run();
    rig.node.answering(
        batch -> Optional.of(rig.node.butFor(batch, id + ".c1", Verdict.REJECTED, "NOT_IN_LIST")));
    assertInstanceOf(Outcome.Kept.class, put(id, "{\"grant\":{\"rateBp\":400}}"));
    assertInstanceOf(Outcome.NotWaiting.class, put(id, "{\"grant\":{\"rateBp\":410}}"));
    rig.run();
    assertEquals(1, rig.line().tally().rejected());
    rig.node.well();
    assertInstanceOf(Outcome.Kept.class, put(id + ".c1", "{\"grant\":{\"rateBp\":420}}"));
    rig.run();
    assertEquals(RelayRig.line(2, new Tally(2, 2, 0, 1, 0, 1, 0, Map.of())), rig.line());
    assertEquals(Standing.MENDED, rig.state(id + ".c1").standing());
    assertEquals(Standing.ACCEPTED, rig.state(id + ".c2").standing());
  }

  @Test
  void a_correction_that_would_be_refused_is_refused_here_with_every_fault() {
    SomeResults.put(rig.platform.store(), 0, "");
    rig.run();
    Outcome.Faulty faulty =
        assertInstanceOf(
            Outcome.Faulty.class,
            put(SomeResults.id(0), "{\"grant\":{\"amountFen\":-1,\"more\":1}}"));
    assertEquals(3, faulty.faults().size(), faulty.faults().toString());
    assertEquals(new Outcome.Fixed("kind"), put(SomeResults.id(0), "{\"kind\":\"refused\"}"));
  }

  private Outcome put(String id, String fields) {
    JsonNode patch = StoredJson.read(fields.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    return rig.platform
        .store()
        .execute(
            changes ->
                rig.feedback
                    .corrections()
                    .put(changes, rig.feedback.outbox().find(id).orElseThrow(), patch));
  }
}
