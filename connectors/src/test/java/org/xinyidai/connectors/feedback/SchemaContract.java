package org.xinyidai.connectors.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.feedback.Checked.Conforming;
import org.xinyidai.connectors.feedback.Checked.Failing;
import org.xinyidai.connectors.feedback.ReceivedPage.Received;
import org.xinyidai.connectors.feedback.ResultFault.Code;
import org.xinyidai.connectors.feedback.envelope.AnswerJson;
import org.xinyidai.connectors.feedback.envelope.BatchFault;
import org.xinyidai.connectors.feedback.envelope.PageJson;
import org.xinyidai.connectors.feedback.envelope.RefusalJson;

/**
 * The published schemas and the code say the same, on sound lines and on lines spoilt at random.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaContract {
  private static final List<ResultKind> KINDS = List.of(ResultKind.values());

  private static final long SEED = 20_261_031;
  private static final int SPOILT = 6_000;
  private static final Path PUBLISHED = Path.of("..", "docs", "events");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What no schema can say. */
  private static final Set<Code> BEYOND =
      EnumSet.of(
          Code.CHECK_CHARACTERS, Code.DATES_DISORDERED, Code.AMOUNTS_DISAGREE, Code.PARTS_DISAGREE);

  private static final String[] VALUES = {
    "null",
    "true",
    "false",
    "\"\"",
    "\" \"",
    "\"x\"",
    "\"x y\"",
    "\"2026-02-30\"",
    "\"2026-10-31\"",
    "\"2026-10-31T25:00:00Z\"",
    "\"2026-10-31T08:00:00Z\"",
    "\"R04\"",
    "\"W01\"",
    "\"credit\"",
    "\"loss\"",
    "-1",
    "0",
    "1",
    "10001",
    "36501",
    "1000000000000001",
    "9223372036854775808",
    "[]",
    "{}",
    "[1]",
    "\"" + "长".repeat(121) + "\"",
    "\"" + "字".repeat(201) + "\"",
    "\"a\\u0007b\""
  };

  @Test
  void a_line_is_sound_by_the_schema_exactly_when_it_is_sound_by_the_checker() throws IOException {
    JsonSchema schema = schema("financing-result-1");
    Random random = new Random(SEED);
    int sound = 0;
    for (int i = 0; i < SPOILT; i++) {
      ResultKind kind = KINDS.get(random.nextInt(KINDS.size()));
      ObjectNode root = (ObjectNode) JSON.readTree(ResultLine.write(Results.of(kind, "a." + i)));
      for (int times = random.nextInt(3); times > 0; times--) {
        spoil(root, random);
      }
      Checked checked = Conformance.check(JSON.writeValueAsBytes(root));
      boolean bySchema = schema.validate(root).isEmpty();
      sound += bySchema ? 1 : 0;
      assertEquals(bySchema, isSoundInShape(checked), root + " " + schema.validate(root) + checked);
    }
    assertTrue(sound > SPOILT / 5 && sound < SPOILT * 4 / 5, sound + " sound, seed " + SEED);
  }

  private static boolean isSoundInShape(Checked checked) {
    return checked instanceof Conforming
        || ((Failing) checked)
            .faults().stream().allMatch(one -> BEYOND.contains(one.code()) && !isShape(one));
  }

  /** Rules between fields that the schema can say as well. */
  private static boolean isShape(ResultFault fault) {
    String zh = fault.sentence().zh();
    return zh.startsWith("逾期结果的") || zh.startsWith("已结清贷款余额");
  }

  private static void spoil(ObjectNode root, Random random) throws IOException {
    List<ObjectNode> objects = new ArrayList<>(List.of(root));
    root.forEach(
        value -> {
          if (value instanceof ObjectNode object) {
            objects.add(object);
          }
        });
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    int way = random.nextInt(8);
    if (way == 0) {
      object.put("x" + random.nextInt(9), 1);
    } else if (way == 1) {
      object.remove(name);
    } else {
      object.set(name, JSON.readTree(VALUES[random.nextInt(VALUES.length)]));
    }
  }

  @Test
  void the_lines_of_version_1_are_read_for_ever() throws IOException {
    byte[] golden;
    try (var in = SchemaContract.class.getResourceAsStream("financing-result-1.ndjson")) {
      golden = in == null ? new byte[0] : in.readAllBytes();
    }
    List<String> lines = new String(golden, UTF_8).lines().toList();
    assertEquals(KINDS.size(), lines.size());
    JsonSchema schema = schema("financing-result-1");
    for (int i = 0; i < lines.size(); i++) {
      FinancingResult expected = Results.of(KINDS.get(i), "golden." + i);
      byte[] line = lines.get(i).getBytes(UTF_8);
      assertEquals(expected, assertInstanceOf(Conforming.class, Conformance.check(line)).result());
      assertEquals(Set.of(), schema.validate(JSON.readTree(line)));
      assertEquals(lines.get(i), new String(ResultLine.write(expected), UTF_8));
    }
  }

  @Test
  void answers_refusals_and_lists_are_as_published() throws IOException {
    String digest = "ab".repeat(32);
    ResultFault fault = Shape.missing("grant");
    AnswerJson.Said said =
        new AnswerJson.Said(
            "national",
            "hohhot-000000000001",
            digest,
            Instant.parse("2026-10-31T08:00:00Z"),
            List.of(
                RecordAnswer.accepted(1, "a.1"),
                RecordAnswer.rejected(2, "", fault),
                RecordAnswer.unknown(3, "a.3", "LATER")));
    byte[] answer = AnswerJson.write(said);
    assertEquals(said, AnswerJson.read(answer).orElseThrow());
    assertSound("answer-1", answer);
    for (BatchFault one : BatchFault.values()) {
      byte[] refusal = RefusalJson.write("national", "hohhot-000000000001", one);
      assertEquals(one, RefusalJson.read(refusal).orElseThrow());
      assertSound("refusal-1", refusal);
    }
    ReceivedPage page =
        new ReceivedPage(LocalDate.of(2026, 10, 31), List.of(new Received("a.1", digest)), "a.1");
    byte[] list = PageJson.write("national", page);
    assertEquals(page, PageJson.read(list).orElseThrow());
    assertSound("received-1", list);
    for (String none :
        List.of("", "[]", "{}", "{\"version\":1}", "{\"version\":2,\"records\":[]}")) {
      assertTrue(AnswerJson.read(none.getBytes(UTF_8)).isEmpty(), none);
      assertTrue(PageJson.read(none.getBytes(UTF_8)).isEmpty(), none);
      assertTrue(RefusalJson.read(none.getBytes(UTF_8)).isEmpty(), none);
    }
  }

  private static void assertSound(String schema, byte[] json) throws IOException {
    assertEquals(Set.of(), schema(schema).validate(JSON.readTree(json)));
  }

  private static JsonSchema schema(String name) throws IOException {
    JsonNode schema = JSON.readTree(Files.readAllBytes(PUBLISHED.resolve(name + ".schema.json")));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
  }
}
