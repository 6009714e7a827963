package org.xinyidai.connectors.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinyidai.connectors.feedback.Checked.Conforming;
import org.xinyidai.connectors.feedback.Checked.Failing;
import org.xinyidai.connectors.feedback.ResultFault.Code;

/** One row for each reason for which a line is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformanceTest {
  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void a_sound_result_of_each_kind_comes_back_as_it_was_written(ResultKind kind) {
    FinancingResult result = Results.of(kind, "app-1." + kind.code());
    assertEquals(new Conforming(result), Conformance.check(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          drawn   | "version":1            | "version":2             | version              | VERSION_UNKNOWN
          drawn   | "version":1,           |                         | version              | MISSING
          drawn   | "kind":"drawn"         | "kind":"given"          | kind                 | NOT_IN_LIST
          drawn   | "id":"x"               | "id":"x y"              | id                   | BADLY_WRITTEN
          drawn   | "id":"x"               | "id":7                  | id                   | WRONG_TYPE
          drawn   | "id":"x"               | "id":"x","more":1       | more                 | UNKNOWN_FIELD
          drawn   | "rateBp":385           | "rateBp":385,"x":1      | grant.x              | UNKNOWN_FIELD
          drawn   | "rateBp":385           | "rateBp":10001          | grant.rateBp         | OUT_OF_RANGE
          drawn   | "rateBp":385           | "rateBp":385.0          | grant.rateBp         | WRONG_TYPE
          drawn   | "rateBp":385           | "rateBp":null           | grant.rateBp         | WRONG_TYPE
          drawn   | "creditLoan":true      | "creditLoan":"true"     | grant.creditLoan     | WRONG_TYPE
          drawn   | "creditLoan":true      | "creditLoan":false      | grant.creditLoan     | PARTS_DISAGREE
          drawn   | 91110000600037341L     | 911100006000373410      | enterprise.uscc      | CHECK_CHARACTERS
          drawn   | "endOn":"2027-10-07"   | "endOn":"2027-02-30"    | grant.endOn          | BADLY_WRITTEN
          drawn   | "endOn":"2027-10-07"   | "endOn":"2026-10-07"    | grant.endOn          | DATES_DISORDERED
          drawn   | "drawnOn":"2026-10-30" | "drawnOn":"2026-10-07"  | drawDown.drawnOn     | DATES_DISORDERED
          drawn   | "drawnOn":"2026-10-30" | "drawnOn":"2026-11-01"  | drawDown.drawnOn     | DATES_DISORDERED
          drawn   | "dueOn":"2027-10-07"   | "dueOn":"2026-10-29"    | drawDown.dueOn       | DATES_DISORDERED
          drawn   | "balanceFen":100000000 | "balanceFen":300000001  | standing.balanceFen  | AMOUNTS_DISAGREE
          drawn   | "balanceFen":100000000 | "balanceFen":-1         | standing.balanceFen  | OUT_OF_RANGE
          drawn   | "overdueDays":0        | "overdueDays":1         | standing.overdueDays | PARTS_DISAGREE
          drawn   | "applicationId":"app-1"| "corrects":"a b"        | corrects             | BADLY_WRITTEN
          drawn   | 02:15:30Z              | 02:16:01Z               | reportedAt           | DATES_DISORDERED
          drawn   | 02:15:30Z              | 24:15:30Z               | occurredAt           | BADLY_WRITTEN
          overdue | "overdueFen":5000000   | "overdueFen":100000001  | standing.overdueFen  | AMOUNTS_DISAGREE
          settled | ,"settledOn":"2026-10-31" |                      | standing.settledOn   | MISSING
          settled | "balanceFen":0         | "balanceFen":1          | standing.balanceFen  | AMOUNTS_DISAGREE
          settled | "settledOn":"2026-10-31" | "settledOn":"2026-11-01" | standing.settledOn | DATES_DISORDERED
          refused | ,"reason":"R04"        |                         | reason               | MISSING
          refused | "reason":"R04"         | "reason":"W01"          | reason               | NOT_IN_LIST
          withdrawn | "reason":"W02"       | "reason":"R01"          | reason               | NOT_IN_LIST
          """)
  void what_is_spoilt_is_refused_with_its_field_and_its_reason(
      String kind, String from, String to, String field, Code code) {
    String line = line(ResultKind.ofCode(kind).orElseThrow());
    assertTrue(line.contains(from), line);
    List<ResultFault> faults = faults(line.replace(from, to == null ? "" : to));
    assertTrue(
        faults.stream().anyMatch(one -> one.field().equals(field) && one.code() == code),
        faults.toString());
  }

  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void a_kind_without_a_part_that_it_must_carry_is_refused_for_that_part(ResultKind kind) {
    for (ResultKind.Part part : kind.parts()) {
      String line = line(kind);
      String without =
          part == ResultKind.Part.REASON
              ? line.replaceAll(",\"reason\":\"[^\"]*\"", "")
              : line.replaceAll(",\"" + part.field() + "\":\\{[^}]*\\}", "");
      assertEquals(List.of(Shape.missing(part.field())), faults(without), without);
    }
  }

  @Test
  void bytes_that_are_no_line_are_refused_and_never_throw() {
    List<String> none =
        List.of("", "null", "[]", "{", "{}{}", "{\"id\":1,\"id\":2}", "x".repeat(9_000), "{\"a\":");
    for (String bytes : none) {
      assertEquals(Code.MALFORMED, faults(bytes).get(0).code(), bytes);
    }
    assertTrue(faults("{}").size() > 6);
    assertEquals(
        Code.WRONG_TYPE,
        faults(line(ResultKind.DRAWN).replaceAll("\"grant\":\\{[^}]*\\}", "\"grant\":[1]"))
            .get(0)
            .code());
  }

  @Test
  void a_result_is_the_same_bytes_each_time() {
    byte[] line = ResultLine.write(Results.of(ResultKind.OVERDUE, "app-1.9"));
    FinancingResult read = assertInstanceOf(Conforming.class, Conformance.check(line)).result();
    assertEquals(new String(line, UTF_8), new String(ResultLine.write(read), UTF_8));
  }

  private static String line(ResultKind kind) {
    return new String(ResultLine.write(Results.of(kind, "x")), UTF_8);
  }

  private static List<ResultFault> faults(String line) {
    return assertInstanceOf(Failing.class, Conformance.check(line.getBytes(UTF_8)), line).faults();
  }
}
