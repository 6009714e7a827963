package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.score.Bin;
import org.xinyidai.models.score.BinRange;
import org.xinyidai.models.score.Characteristic;
import org.xinyidai.models.score.CheckVector;
import org.xinyidai.models.score.GradeScale;
import org.xinyidai.models.score.ModelInput;
import org.xinyidai.models.score.Scaling;
import org.xinyidai.models.score.Scorecard;
import org.xinyidai.models.score.ScoringModel;
import org.xinyidai.models.subject.Uscc;

/**
 * A model leaves as a file, comes back under another's name, and is approved by a second person.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelsCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void keepOne() {
    try (Platform platform = Platform.open(folder.resolve("state"), InstantSource.system())) {
      platform.models().keep(card("card-1", -2));
      platform.models().promote("card-1");
    }
  }

  private static ScoringModel card(String id, double intercept) {
    Characteristic rating =
        new Characteristic(
            ModelInput.numeric("tax_rating_class"),
            -1,
            0.5,
            List.of(
                new Bin(
                    new BinRange.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                    90,
                    10,
                    1),
                new Bin(new BinRange.Missing(), 70, 30, 0)));
    return new ScoringModel(
        id,
        FeatureCatalogue.CURRENT.version(),
        new Scorecard(intercept, List.of(rating)),
        Scaling.STANDARD,
        GradeScale.STANDARD,
        List.of(new CheckVector(Arrays.asList(Double.NaN), 1 / (1 + Math.exp(-intercept)))),
        Map.of("data", "made by hand for a test"));
  }

  private Terminal models(String... arguments) {
    String[] whole = new String[arguments.length + 1];
    whole[0] = "models";
    System.arraycopy(arguments, 0, whole, 1, arguments.length);
    return Terminal.type(whole);
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private Path export(String format) {
    Path file = folder.resolve("brought." + format);
    Terminal terminal =
        models(
            "export", "--state", state(), "card-1", "--format", format, "--out", file.toString());
    assertEquals(0, terminal.exitCode(), terminal.err());
    return file;
  }

  @Test
  void the_list_says_who_kept_and_who_approved() {
    Terminal terminal = models("--state", state());
    assertTrue(terminal.out().contains("card-1,champion,xyd,xyd,"), terminal.out());
  }

  @Test
  void a_card_brought_in_as_pmml_is_a_candidate_until_a_second_person_approves_it()
      throws IOException {
    Path file = export("pmml");
    Terminal kept = models("import", "--state", state(), file.toString(), "--by", "analyst");
    assertEquals(0, kept.exitCode(), kept.err());
    assertTrue(kept.out().contains("brought candidate: 1 check vectors"), kept.out());

    Terminal own = approve("analyst");
    assertEquals(1, own.exitCode());
    assertTrue(own.err().contains("second person"), own.err());
    assertTrue(own.complainsInOneLine(), own.err());

    Terminal unjudged = approve("officer");
    assertTrue(unjudged.err().contains("xyd models judge"), unjudged.err());
    Terminal judged =
        models("judge", "--state", state(), "brought", "--labels", labels().toString());
    assertEquals(0, judged.exitCode(), judged.err());

    assertEquals(0, approve("officer").exitCode());
    String list = models("--state", state()).out();
    assertTrue(list.contains("brought,champion,analyst,officer,"), list);
    assertTrue(list.contains("card-1,shadow,xyd,"), list);
  }

  /** Enterprises of which nothing is known: every score is the same. */
  private Path labels() throws IOException {
    StringBuilder csv = new StringBuilder("uscc,observedOn,bad\n");
    for (int i = 0; i < 40; i++) {
      csv.append(Uscc.fromStem("91110000MA%06d".formatted(i)))
          .append(",2025-0")
          .append(i % 2 == 0 ? 1 : 6)
          .append("-30,");
      csv.append(i % 4 == 0 ? 1 : 0).append('\n');
    }
    return Files.writeString(folder.resolve("labels.csv"), csv);
  }

  @Test
  void a_judged_model_shows_its_card_and_prints_it_in_chinese() throws IOException {
    models("judge", "--state", state(), "card-1", "--labels", labels().toString());
    Path page = folder.resolve("card.html");
    Terminal shown = models("show", "--state", state(), "card-1", "--html", page.toString());
    assertEquals(0, shown.exitCode(), shown.err());
    assertTrue(shown.out().contains("40 行 rows, 10 坏样本 bad, 2025-01-30 至 2025-06-30"), shown.out());
    String html = Files.readString(page);
    assertTrue(html.contains("<h1>模型卡：card-1</h1>"), html);
    assertTrue(html.contains("训练样本未知"), html);
    assertTrue(html.contains("审批经过"), html);
  }

  @Test
  void a_model_without_a_card_says_what_to_do() {
    Terminal shown = models("show", "--state", state(), "card-1");
    assertEquals(0, shown.exitCode(), shown.err());
    assertTrue(shown.out().contains("xyd models judge card-1 --labels FILE"), shown.out());
  }

  private Terminal approve(String by) {
    return models("status", "--state", state(), "brought", "--to", "champion", "--by", by);
  }

  @Test
  void a_card_in_points_comes_back_by_the_scaling_that_is_given() throws IOException {
    Path file = export("pmml-points");
    Path silent = folder.resolve("silent.pmml");
    Files.writeString(silent, Files.readString(file).replaceAll("<Extension [^>]*>", ""));
    Terminal unscaled = models("import", "--state", state(), silent.toString(), "--by", "bank");
    Terminal kept =
        models(
            "import",
            "--state",
            state(),
            silent.toString(),
            "--by",
            "bank",
            "--points",
            "600,19,50");
    assertEquals(0, kept.exitCode(), kept.err());
    assertTrue(kept.out().contains("silent candidate: 1 check vectors hold"), kept.out());
    assertEquals(1, unscaled.exitCode());
    assertTrue(unscaled.err().contains("declare their scaling"), unscaled.err());
  }

  @Test
  void a_tampered_file_is_refused_and_nothing_is_kept() throws IOException {
    Path file = export("json");
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("\"intercept\":-2.0", "\"intercept\":-1.0").replace("card-1", "b"));
    Terminal refused = models("import", "--state", state(), file.toString(), "--by", "analyst");
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("check vector 0"), refused.err());
    assertTrue(!models("--state", state()).out().contains("\nb,"));
  }

  @Test
  void a_model_over_unknown_features_is_refused() throws IOException {
    Path file = export("json");
    Files.writeString(file, Files.readString(file).replace("tax_rating_class", "shoe_size"));
    Terminal refused = models("import", "--state", state(), file.toString(), "--by", "analyst");
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("shoe_size"), refused.err());
  }

  @Test
  void a_banks_onnx_model_is_kept_when_it_says_here_what_it_said_there() throws IOException {
    Path file = new BankModel().write(folder, 0);
    Terminal kept = models("import", "--state", state(), file.toString(), "--by", "bank");
    assertEquals(0, kept.exitCode(), kept.err());
    assertTrue(kept.out().contains("bank-1 candidate: 50 check vectors hold"), kept.out());
    assertTrue(kept.out().contains("never missing: [tax_rating_class]"), kept.out());
    assertTrue(models("--state", state()).out().contains("bank-1,candidate,bank,"));
  }

  @Test
  void a_banks_onnx_model_is_refused_with_both_totals_when_it_says_something_else()
      throws IOException {
    Path file = new BankModel().write(folder, 0.001);
    Terminal refused = models("import", "--state", state(), file.toString(), "--by", "bank");
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("the totals are"), refused.err());
    assertTrue(refused.complainsInOneLine(), refused.err());
    assertTrue(!models("--state", state()).out().contains("bank-1"));
  }

  @Test
  void an_onnx_model_without_check_vectors_is_refused() throws IOException {
    Path file = new BankModel().write(folder, 0);
    Files.delete(folder.resolve("bank.onnx.checks.csv"));
    Terminal refused = models("import", "--state", state(), file.toString(), "--by", "bank");
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("bank.onnx.checks.csv"), refused.err());
  }

  @Test
  void sql_names_the_table_it_reads() throws IOException {
    assertTrue(Files.readString(export("sql")).contains("FROM \"features\" AS t"));
  }

  @Test
  void a_comparison_warns_of_selection_bias() {
    try (Platform platform = Platform.open(folder.resolve("state"), InstantSource.system())) {
      platform.models().keep(card("card-2", -1));
    }
    Terminal compared = models("compare", "--state", state(), "card-1", "card-2");
    assertEquals(0, compared.exitCode(), compared.err());
    assertTrue(compared.out().contains("样本选择偏差"), compared.out());
    assertEquals(4, compared.out().lines().filter(line -> line.matches("[是否],[是否],0,.*")).count());
  }
}
