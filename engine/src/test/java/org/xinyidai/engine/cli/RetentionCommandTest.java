package org.xinyidai.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.archive.Reader;
import org.xinyidai.engine.http.SmallModel;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.lead.Export;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Family;
import org.xinyidai.models.subject.Uscc;

/** An operator sees what would go, lets it go, and sees later what went. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionCommandTest {
  private static final Uscc FIRM = new Uscc("91350100M000100Y43");

  @TempDir Path folder;
  private String score;

  /** A score of some years ago. */
  @BeforeEach
  void fill() throws IOException {
    Files.writeString(
        folder.resolve("r.csv"), "uscc,publishedOn,year,grade\n" + FIRM + ",2018-04-12,2017,A\n");
    Instant then = Instant.parse("2018-07-05T00:00:00Z");
    try (Platform platform = Platform.open(state(), () -> then)) {
      platform.models().keep(SmallModel.named("card-1", -2));
      platform.models().promote("card-1");
      var vector =
          platform.vectors().at(platform.vectors().history(FIRM, then), LocalDate.of(2018, 6, 30));
      var scored = platform.scores().score(vector, null).orElseThrow();
      var reader = new Reader("enterprise", FIRM.value(), Reader.Why.OWN, "");
      score = platform.archive().serve(scored, reader).id().toString();
    }
  }

  @Test
  void what_has_expired_is_listed_first_and_deleted_when_that_is_said() {
    Terminal listed = retention();
    assertEquals("served_scores," + score + ",2018-07-05,TO_BE_DELETED", line(listed));
    assertEquals(line(listed), line(retention()));

    Terminal deleted = retention("--apply");
    assertEquals("served_scores," + score + ",2018-07-05,DELETED", line(deleted));
    assertTrue(deleted.err().contains("served_scores 保存P60M： 已删除1"), deleted.err());
    assertEquals("kind,id,from,fate", retention().out().strip());
    assertTrue(retention("--history").out().contains("已删除1"));
  }

  @Test
  void an_old_export_of_leads_goes_as_well() {
    Instant then = Instant.parse("2019-01-05T00:00:00Z");
    Export.Row row = new Export.Row("l-1", "m-1", FIRM.value(), Map.of());
    Export export = new Export("e-1", "某银行", "a", then, "走访", "{}", false, List.of(row));
    byte[] lender = HexFormat.of().parseHex(Sm3.of("某银行".getBytes(UTF_8)));
    byte[] key =
        ByteBuffer.allocate(20)
            .put((byte) 'e')
            .put(lender, 0, 16)
            .put("e-1".getBytes(UTF_8))
            .array();
    try (Platform platform = Platform.open(state(), InstantSource.system())) {
      platform
          .store()
          .execute(
              changes -> {
                changes.put(Family.LEADS, key, StoredJson.write(export));
                return export;
              });
    }

    assertTrue(retention("--apply").out().contains("lead_exports,e-1,2019-01-05,DELETED"));
    try (Platform platform = Platform.open(state(), InstantSource.system())) {
      assertTrue(platform.store().read(view -> view.get(Family.LEADS, key)).isEmpty());
    }
  }

  @Test
  void rules_of_an_installation_replace_those_that_come_along() throws IOException {
    Path rules = folder.resolve("rules.json");
    Files.writeString(
        rules,
        """
        [{"kind":"feature_snapshots","keep":"P1M","reason":"r"},
         {"kind":"personal_adverse_facts","keep":"P5Y","reason":"r"},
         {"kind":"past_batch_scores","keep":"P1M","reason":"r"},
         {"kind":"lead_exports","keep":"P1M","reason":"r"},
         {"kind":"served_scores","keep":"P50Y","reason":"r"}]""");
    assertEquals("kind,id,from,fate", retention("--rules", rules.toString()).out().strip());

    Files.writeString(rules, "[]");
    Terminal refused = retention("--rules", rules.toString());
    assertEquals(1, refused.exitCode());
    assertTrue(refused.complainsInOneLine(), refused.err());
    assertTrue(refused.err().contains("feature_snapshots is not there"), refused.err());
  }

  private Terminal retention(String... options) {
    String[] command = new String[3 + options.length];
    command[0] = "retention";
    command[1] = "--state";
    command[2] = state().toString();
    System.arraycopy(options, 0, command, 3, options.length);
    return Terminal.type(command);
  }

  private static String line(Terminal terminal) {
    assertEquals(0, terminal.exitCode(), terminal.err());
    return terminal.out().lines().skip(1).findFirst().orElseThrow();
  }

  private Path state() {
    return folder.resolve("state");
  }
}
