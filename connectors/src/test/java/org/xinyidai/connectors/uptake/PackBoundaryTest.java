package org.xinyidai.connectors.uptake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Assessor;
import org.xinyidai.models.uptake.FigureSet;
import org.xinyidai.models.uptake.FigureValue;
import org.xinyidai.models.uptake.ItemResult;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;

/**
 * Every bound and formula of the shipped packs just below, exactly at and just above. A row names
 * the figures that are known; {@code -} stands where there are no points.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackBoundaryTest {
  private static final List<TargetPack> PACKS = TargetPackFile.bundled();
  private static final FigureCatalogue FIGURES = FigureCatalogue.bundled();

  @ParameterizedTest(name = "{0} {1}: {2} is {3} with {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # A1: strictly above 30%
          shangjie-2023 | 26-1 | registered_enterprises=2999 surviving_enterprises=10000 | missed | -
          shangjie-2023 | 26-1 | registered_enterprises=3000 surviving_enterprises=10000 | missed | -
          shangjie-2023 | 26-1 | registered_enterprises=3001 surviving_enterprises=10000 | met | -
          shangjie-2023 | 26-1 | registered_enterprises=0 surviving_enterprises=0 | unknown | -
          shangjie-2023 | 26-1 | surviving_enterprises=10 | unknown | -
          # A2: 15% or more
          shangjie-2023 | 26-2 | verified_enterprises=1499 surviving_enterprises=10000 | missed | -
          shangjie-2023 | 26-2 | verified_enterprises=1500 surviving_enterprises=10000 | met | -
          shangjie-2023 | 26-2 | verified_enterprises=1501 surviving_enterprises=10000 | met | -
          shangjie-2023 | 26-2 | verified_enterprises=0 surviving_enterprises=0 | unknown | -
          # C8: 100% and nothing less
          shangjie-2023 | 7-1 | publicity_reported=99 publicity_due=100 | missed | -
          shangjie-2023 | 7-1 | publicity_reported=100 publicity_due=100 | met | -
          shangjie-2023 | 7-2 | publicity_conforming=999 publicity_reported=1000 | missed | -
          shangjie-2023 | 7-2 | publicity_conforming=1000 publicity_reported=1000 | met | -
          shangjie-2023 | 7-3 | publicity_timely=999999 publicity_reported=1000000 | missed | -
          shangjie-2023 | 7-3 | publicity_timely=1 publicity_reported=1 | met | -
          # C20: three documents, three bounds
          shangjie-2023 | 14-1 | codes_wrong=1 codes_registered=10001 | met | -
          shangjie-2023 | 14-1 | codes_wrong=1 codes_registered=10000 | missed | -
          shangjie-2023 | 14-1 | codes_wrong=0 codes_registered=10 | met | -
          genhe-2023 | 2-8 | codes_wrong=1 codes_registered=10000 code_errors_put_right=0 code_errors_found=0 | met | 3
          genhe-2023 | 2-8 | codes_wrong=1 codes_registered=9999 code_errors_put_right=1 code_errors_found=2 | missed | 3/2
          genhe-2023 | 2-8 | codes_wrong=0 codes_registered=1 code_errors_put_right=9999 code_errors_found=10000 | met | 29997/10000
          genhe-2023 | 2-8 | codes_wrong=0 codes_registered=1 code_errors_put_right=7 code_errors_found=7 | met | 3
          yintai-2021-2025 | 1-3 | codes_wrong=1 codes_registered=1001 | met | -
          yintai-2021-2025 | 1-3 | codes_wrong=1 codes_registered=1000 | missed | -
          # D2, F1: 15% of surviving enterprises
          shangjie-2023 | 24-1 | a_rated_enterprises=1499 surviving_enterprises=10000 | missed | -
          shangjie-2023 | 24-1 | a_rated_enterprises=1500 surviving_enterprises=10000 | met | -
          # D2, F2: none at 6%, half at 8%, all from 10%
          genhe-2023 | 4-1 | a_rated_taxpayers=599 rated_taxpayers=10000 | missed | 0
          genhe-2023 | 4-1 | a_rated_taxpayers=600 rated_taxpayers=10000 | missed | 0
          genhe-2023 | 4-1 | a_rated_taxpayers=601 rated_taxpayers=10000 | missed | 3/400
          genhe-2023 | 4-1 | a_rated_taxpayers=800 rated_taxpayers=10000 | missed | 3/2
          genhe-2023 | 4-1 | a_rated_taxpayers=999 rated_taxpayers=10000 | missed | 1197/400
          genhe-2023 | 4-1 | a_rated_taxpayers=1000 rated_taxpayers=10000 | met | 3
          genhe-2023 | 4-1 | a_rated_taxpayers=10000 rated_taxpayers=10000 | met | 3
          genhe-2023 | 4-1 | a_rated_taxpayers=0 rated_taxpayers=0 | unknown | -
          # D3: none from 5%, the lower the better
          genhe-2023 | 4-2 | seriously_dishonest=501 market_subjects=10000 | missed | 0
          genhe-2023 | 4-2 | seriously_dishonest=500 market_subjects=10000 | missed | 0
          genhe-2023 | 4-2 | seriously_dishonest=499 market_subjects=10000 | met | 3/500
          genhe-2023 | 4-2 | seriously_dishonest=250 market_subjects=10000 | met | 3/2
          genhe-2023 | 4-2 | seriously_dishonest=0 market_subjects=10000 | met | 3
          # A3: 8 points from 10%, below pro rata
          genhe-2023 | 5-1 | verified_subjects=0 market_subjects=1000 | missed | 0
          genhe-2023 | 5-1 | verified_subjects=50 market_subjects=1000 | missed | 4
          genhe-2023 | 5-1 | verified_subjects=99 market_subjects=1000 | missed | 198/25
          genhe-2023 | 5-1 | verified_subjects=100 market_subjects=1000 | met | 8
          genhe-2023 | 5-1 | verified_subjects=101 market_subjects=1000 | met | 8
          genhe-2023 | 5-1 | verified_subjects=0 market_subjects=0 | unknown | -
          # A7: 0.3 each, 0.2 with results, cap 10
          genhe-2023 | 5-2 | xinyi_plans=0 xinyi_results=0 | no_target | 0
          genhe-2023 | 5-2 | xinyi_plans=1 xinyi_results=1 | no_target | 1/2
          genhe-2023 | 5-2 | xinyi_plans=33 xinyi_results=0 | no_target | 99/10
          genhe-2023 | 5-2 | xinyi_plans=20 xinyi_results=20 | no_target | 10
          genhe-2023 | 5-2 | xinyi_plans=21 xinyi_results=20 | no_target | 10
          genhe-2023 | 5-2 | xinyi_plans=21 | no_target | -
          # C10: two rates of 6, less 6 for each concealed record, never below zero
          genhe-2023 | 2-1 | publicity_conforming=98 publicity_timely=100 publicity_reported=100 concealed_records=0 | missed | 297/25
          genhe-2023 | 2-1 | publicity_conforming=99 publicity_timely=100 publicity_reported=100 concealed_records=0 | met | 597/50
          genhe-2023 | 2-1 | publicity_conforming=100 publicity_timely=100 publicity_reported=100 concealed_records=0 | met | 12
          genhe-2023 | 2-1 | publicity_conforming=100 publicity_timely=50 publicity_reported=100 concealed_records=1 | met | 3
          genhe-2023 | 2-1 | publicity_conforming=100 publicity_timely=100 publicity_reported=100 concealed_records=2 | met | 0
          genhe-2023 | 2-1 | publicity_conforming=100 publicity_timely=100 publicity_reported=100 concealed_records=3 | met | 0
          genhe-2023 | 2-1 | publicity_conforming=0 publicity_timely=0 publicity_reported=0 concealed_records=0 | unknown | -
          genhe-2023 | 2-1 | publicity_conforming=100 publicity_timely=100 publicity_reported=100 | met | -
          # C9: nothing late, nothing concealed
          genhe-2023 | 2-1a | publicity_late=0 | met | -
          genhe-2023 | 2-1a | publicity_late=1 | missed | -
          genhe-2023 | 2-1b | concealed_records=0 | met | -
          genhe-2023 | 2-1b | concealed_records=1 | missed | -
          # C11: conforming rate x 3
          genhe-2023 | 2-2 | five_types_conforming=99 five_types_reported=100 | missed | 297/100
          genhe-2023 | 2-2 | five_types_conforming=100 five_types_reported=100 | met | 3
          genhe-2023 | 2-2 | five_types_conforming=0 five_types_reported=100 | missed | 0
          # C12: above 100%, else pro rata
          genhe-2023 | 2-3 | commitments=50 market_subjects=100 | missed | 1
          genhe-2023 | 2-3 | commitments=99 market_subjects=100 | missed | 99/50
          genhe-2023 | 2-3 | commitments=100 market_subjects=100 | missed | 2
          genhe-2023 | 2-3 | commitments=101 market_subjects=100 | met | 2
          # C14: 2 points at 1 for each subject, 3 at 10 for each inhabitant
          genhe-2023 | 2-6a | enterprise_utility_records=99 market_subjects=100 | missed | 99/50
          genhe-2023 | 2-6a | enterprise_utility_records=100 market_subjects=100 | met | 2
          genhe-2023 | 2-6a | enterprise_utility_records=300 market_subjects=100 | met | 2
          genhe-2023 | 2-6b | person_utility_records=500 population=100 | missed | 3/2
          genhe-2023 | 2-6b | person_utility_records=999 population=100 | missed | 2997/1000
          genhe-2023 | 2-6b | person_utility_records=1000 population=100 | met | 3
          genhe-2023 | 2-6b | person_utility_records=5 population=0 | unknown | -
          # G1: what is entered by hand
          genhe-2023 | 1-1 | fields_information_use=5 | no_target | 5/2
          genhe-2023 | 1-1 | fields_information_use=6 | no_target | 3
          genhe-2023 | 1-1 | fields_information_use=7 | no_target | 3
          genhe-2023 | 1-2 | fields_commitment=6 | no_target | 3
          genhe-2023 | 1-3 | fields_grading=0 | no_target | 0
          genhe-2023 | 1-4 | mechanism=0 | missed | 0
          genhe-2023 | 1-4 | mechanism=1 | met | 3
          genhe-2023 | 2-4 | joint_cases=0 | missed | 0
          genhe-2023 | 2-4 | joint_cases=2 | met | 1
          genhe-2023 | 2-5 | civil_servants_recorded=25 civil_servants=100 | missed | 1
          genhe-2023 | 2-5 | civil_servants_recorded=50 civil_servants=100 | missed | 2
          genhe-2023 | 2-5 | civil_servants_recorded=51 civil_servants=100 | met | 2
          genhe-2023 | 2-7 | labour_published=1 | met | 2
          genhe-2023 | 2-9 | credit_records=999 population=100 | missed | -
          genhe-2023 | 2-9 | credit_records=1000 population=100 | met | -
          genhe-2023 | 3-1 | in_target_system=1 | met | 2
          genhe-2023 | 3-2 | hotline_solved=90 hotline_handled=100 hotline_satisfied=100 hotline_rated=100 | met | 0
          genhe-2023 | 3-2 | hotline_solved=89 hotline_handled=100 hotline_satisfied=100 hotline_rated=100 | missed | 0
          genhe-2023 | 3-2 | hotline_solved=100 hotline_handled=100 hotline_satisfied=95 hotline_rated=100 | met | 5/2
          genhe-2023 | 3-2 | hotline_solved=100 hotline_handled=100 hotline_satisfied=100 hotline_rated=100 | met | 5
          genhe-2023 | 3-3 | personnel_query_batches=4 | no_target | 16/5
          genhe-2023 | 3-3 | personnel_query_batches=5 | no_target | 4
          genhe-2023 | 3-3 | personnel_query_batches=6 | no_target | 4
          genhe-2023 | 3-4 | arrears_mechanism=1 | met | 2
          genhe-2023 | 3-5 | government_defaults=0 | met | 2
          genhe-2023 | 3-5 | government_defaults=1 | missed | 0
          genhe-2023 | 3-5 | government_defaults=2 | missed | 0
          genhe-2023 | 6-1 | fields_repair=3 | no_target | 3/2
          genhe-2023 | 6-1 | fields_repair=5 | no_target | 2
          genhe-2023 | 7-1 | publicity_events=2 | no_target | 2
          genhe-2023 | 7-1 | publicity_events=4 | no_target | 3
          genhe-2023 | 7-2 | trainings=1 | no_target | 2
          genhe-2023 | 7-2 | trainings=2 | no_target | 2
          genhe-2023 | 7-3 | staff_educations=1 | no_target | 1
          genhe-2023 | 7-3 | staff_educations=3 | no_target | 2
          # G3: 2 for on time, 0.5 for each valid item, 8 at most
          genhe-2023 | 8-1 | dispatch_on_time=0 dispatch_items=0 | no_target | 0
          genhe-2023 | 8-1 | dispatch_on_time=1 dispatch_items=0 | no_target | 2
          genhe-2023 | 8-1 | dispatch_on_time=0 dispatch_items=7 | no_target | 7/2
          genhe-2023 | 8-1 | dispatch_on_time=1 dispatch_items=11 | no_target | 15/2
          genhe-2023 | 8-1 | dispatch_on_time=1 dispatch_items=12 | no_target | 8
          genhe-2023 | 8-1 | dispatch_on_time=1 dispatch_items=13 | no_target | 8
          # C18 and C19
          yongzhou-2018 | 7-2a | legal_persons_covered=989 legal_persons=1000 | missed | -
          yongzhou-2018 | 7-2a | legal_persons_covered=990 legal_persons=1000 | met | -
          yongzhou-2018 | 7-2b | adults_covered=949 adults=1000 | missed | -
          yongzhou-2018 | 7-2b | adults_covered=950 adults=1000 | met | -
          yongzhou-2018 | 7-2c | records_wrong_or_repeated=50 records_reported=1000 | met | -
          yongzhou-2018 | 7-2c | records_wrong_or_repeated=51 records_reported=1000 | missed | -
          yongzhou-2018 | 7-2d | departments_providing=1 | no_target | -
          yongzhou-2018 | 7-1 | stock_codes_converted=999 stock_subjects=1000 | missed | -
          yongzhou-2018 | 7-1 | stock_codes_converted=1000 stock_subjects=1000 | met | -
          yongzhou-2018 | 3-1 | city_rank=50 | met | -
          yongzhou-2018 | 3-1 | city_rank=51 | missed | -
          yintai-2021-2025 | 1-1 | publicity_conforming=999 publicity_reported=1000 | missed | -
          yintai-2021-2025 | 1-1 | publicity_conforming=1 publicity_reported=1 | met | -
          yintai-2021-2025 | 1-2 | publicity_late=0 | met | -
          wuhan-2016 | 2-3 | publicity_timely=999 publicity_reported=1000 | missed | -
          wuhan-2016 | 2-3 | publicity_timely=1000 publicity_reported=1000 | met | -
          wuhan-2016 | 2-4 | records_pushed=99 records_to_push=100 | missed | -
          wuhan-2016 | 2-4 | records_pushed=100 records_to_push=100 | met | -
          wuhan-2016 | 2-5a | joint_cases=1 | missed | -
          wuhan-2016 | 2-5a | joint_cases=2 | met | -
          wuhan-2016 | 2-5b | joint_cases=1 | met | -
          # A4 and A6: nothing to compare with
          genhe-2023 | 19-1 | registered_subjects=5 | unknown | -
          shangjie-2023 | 26-4 | products=5 | unknown | -
          """)
  void an_item_gives_its_verdict_and_points(
      String packId, String itemId, String known, String verdict, String points) {
    ItemResult result = Assessor.result(item(packId, itemId), figures(known), null);
    assertEquals(verdict, result.verdict().id());
    assertEquals(points, result.earned().map(Ratio::toString).orElse("-"));
  }

  @ParameterizedTest(name = "{0} {1}: {2} after {3} is {4}")
  @CsvSource({
    "genhe-2023, 19-1, registered_subjects=5, 5, missed",
    "genhe-2023, 19-1, registered_subjects=6, 5, met",
    "genhe-2023, 19-2, verified_subjects=4, 5, missed",
    "genhe-2023, 19-3, smes_financed=1 surviving_enterprises=3, 1/3, missed",
    "genhe-2023, 19-3, smes_financed=2 surviving_enterprises=5, 1/3, met",
    "shangjie-2023, 26-3, applications_granted=3 applications_decided=4, 3/4, missed",
    "shangjie-2023, 26-3, applications_granted=4 applications_decided=5, 3/4, met",
    "shangjie-2023, 26-4, products=11, 10, met",
    "shangjie-2023, 26-5, institutions=10, 10, missed"
  })
  void what_shall_rise_must_be_above_the_period_before(
      String packId, String itemId, String known, String before, String verdict) {
    TargetItem item = item(packId, itemId);
    ItemResult result = Assessor.result(item, figures(known), ratio(before));
    assertEquals(verdict, result.verdict().id());
  }

  @Test
  void every_item_of_every_pack_has_a_row() {
    List<String> untested = new ArrayList<>();
    String rows = source();
    for (TargetPack pack : PACKS) {
      for (TargetItem item : pack.items()) {
        if (!rows.contains(pack.id() + " " + item.id() + " ")) {
          untested.add(pack.id() + " " + item.id());
        }
      }
    }
    assertEquals(List.of(), untested);
    assertTrue(rows.length() > PACKS.size());
  }

  /** The rows above, as one text in which pack and item stand side by side. */
  private static String source() {
    StringBuilder all = new StringBuilder();
    for (var method : PackBoundaryTest.class.getDeclaredMethods()) {
      CsvSource rows = method.getAnnotation(CsvSource.class);
      if (rows != null) {
        all.append(rows.textBlock().replace(" | ", " "));
        all.append(String.join("\n", rows.value()).replace(", ", " ")).append('\n');
      }
    }
    return all.toString();
  }

  private static TargetItem item(String packId, String itemId) {
    return PACKS.stream()
        .filter(pack -> pack.id().equals(packId))
        .flatMap(pack -> pack.item(itemId).stream())
        .findFirst()
        .orElseThrow();
  }

  private static FigureSet figures(String known) {
    List<FigureValue> values = new ArrayList<>();
    for (String pair : known.strip().split(" +", -1)) {
      String[] sides = pair.split("=", 2);
      values.add(
          FigureValue.counted(FIGURES.find(sides[0]).orElseThrow(), Long.parseLong(sides[1])));
    }
    return FigureSet.of(values);
  }

  private static Ratio ratio(String text) {
    String[] sides = text.split("/", 2);
    return new Ratio(Long.parseLong(sides[0]), sides.length == 1 ? 1 : Long.parseLong(sides[1]));
  }
}
