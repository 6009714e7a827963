package org.xinyidai.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.models.subject.Uscc;

/** Whoever has rows whose enterprise is known can measure the filing on them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolveMeasureTest {
  private static final Uscc TRADER = Uscc.fromStem("92431100MA000001");
  private static final Uscc BUILDER = Uscc.fromStem("92431100MA000002");
  private static final Uscc NOBODY = Uscc.fromStem("92431100MA000009");

  @TempDir private Path folder;

  @Test
  void labelled_rows_are_judged_and_none_is_filed() throws IOException {
    registered();
    Terminal measured =
        measure(
            "户名,地址,法定代表人,真实统一社会信用代码\n"
                + "鑫源盛貿易有限公司,冷水滩区梅湾路61号,,%s%n".formatted(TRADER)
                + "永州市零陵区恒泰达建筑工程有限公司,,,%s%n".formatted(NOBODY)
                + "某某小区居民,,,%n".formatted());
    assertEquals(0, measured.exitCode(), measured.err());
    String out = measured.out();
    assertTrue(out.contains("labelled 3 rows, 1 of them of enterprises in the register"), out);
    assertTrue(out.contains("filed 2 = right 1 + wrong 1"), out);
    assertTrue(out.contains("precision 0.5000"), out);
    assertTrue(out.contains("recall 1.0000"), out);
    assertTrue(out.contains("line 3: " + BUILDER + ", not " + NOBODY), out);
    Terminal waiting = Terminal.type("resolve", "run", "--state", state());
    assertTrue(waiting.out().contains("filed_automatically 0"), waiting.out());
  }

  @Test
  void a_file_without_true_codes_or_with_wrong_ones_is_refused_in_one_line() throws IOException {
    registered();
    Terminal missing = measure("户名\n鑫源盛贸易有限公司\n");
    assertEquals(1, missing.exitCode());
    assertTrue(missing.complainsInOneLine(), missing.err());
    assertTrue(missing.err().contains("trueUscc"), missing.err());
    Terminal wrong = measure("户名,trueUscc\n鑫源盛贸易有限公司,123\n");
    assertEquals(1, wrong.exitCode());
    assertTrue(wrong.err().contains("line 2"), wrong.err());
  }

  private void registered() throws IOException {
    Path register = folder.resolve("register.csv");
    Files.writeString(
        register,
        "uscc,登记日期,登记事项,企业名称,成立日期,登记状态,行业代码,行政区划代码,主体类型,住所\n"
            + row(TRADER, "永州市冷水滩区鑫源盛贸易有限公司", "冷水滩区梅湾路61号")
            + row(BUILDER, "永州市零陵区恒泰达建筑工程有限公司", "零陵区河西路8号"));
    Terminal taken =
        Terminal.type(
            "ingest", "--state", state(), "--feed", "market_registration", register.toString());
    assertEquals(0, taken.exitCode(), taken.err());
  }

  private Terminal measure(String csv) throws IOException {
    Path labelled = folder.resolve("labelled.csv");
    Files.writeString(labelled, csv);
    return Terminal.type("resolve", "measure", "--state", state(), labelled.toString());
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private static String row(Uscc uscc, String name, String address) {
    return "%s,2015-01-01,设立,%s,2015-01-01,存续,5199,431103,企业,%s%n".formatted(uscc, name, address);
  }
}
