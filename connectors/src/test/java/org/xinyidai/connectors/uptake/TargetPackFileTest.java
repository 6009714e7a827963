package org.xinyidai.connectors.uptake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinyidai.models.quality.Ratio;
import org.xinyidai.models.uptake.Figure;
import org.xinyidai.models.uptake.PointsFormula;
import org.xinyidai.models.uptake.TargetItem;
import org.xinyidai.models.uptake.TargetPack;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetPackFileTest {
  private static final String ITEM =
      """
      {"id": "1", "section": "s", "zh": "甲", "en": "a", "measure": {"counted": "population"},
       "target": "> 1", "period": "month", "item": "1", "quote": "q"}""";

  @Test
  void five_packs_come_with_the_program() {
    assertEquals(
        List.of("shangjie-2023", "genhe-2023", "yongzhou-2018", "yintai-2021-2025", "wuhan-2016"),
        TargetPackFile.bundled().stream().map(TargetPack::id).toList());
  }

  @Test
  void
      the_hundred_points_of_genhe_add_up_to_98_because_the_last_item_says_8_where_its_heading_says_10() {
    TargetPack genhe = pack("genhe-2023");
    Map<String, Ratio> sections = new TreeMap<>();
    for (TargetItem item : genhe.items()) {
      item.scoring()
          .map(PointsFormula::most)
          .ifPresent(most -> sections.merge(item.section(), most, Ratio::plus));
    }
    assertEquals(
        Map.of(
            "制度建设", Ratio.whole(12),
            "公共信用信息归集", Ratio.whole(30),
            "政务诚信", Ratio.whole(15),
            "商务诚信", Ratio.whole(6),
            "信用信息应用", Ratio.whole(18),
            "信用修复", Ratio.whole(2),
            "诚信宣传教育", Ratio.whole(7),
            "月调度系统填报", Ratio.whole(8)),
        sections);
    assertEquals(Ratio.whole(98), genhe.most());
    TargetItem last = genhe.item("8-1").orElseThrow();
    assertTrue(last.notes().get(0).contains("标题为10分"), last.notes().toString());
    assertTrue(genhe.notes().get(0).contains("98分"), genhe.notes().toString());
  }

  @Test
  void the_number_that_yongzhou_lost_is_told_and_not_made_up() {
    TargetItem item = pack("yongzhou-2018").item("7-2d").orElseThrow();
    assertTrue(item.wanted().isEmpty());
    assertTrue(item.citation().quote().contains("1個市級部門"), item.citation().quote());
    assertTrue(item.notes().get(0).contains("缺失"), item.notes().toString());
  }

  @Test
  void every_figure_of_the_catalogue_is_used_and_says_what_it_counts() {
    Set<Figure> used = new HashSet<>();
    TargetPackFile.bundled().forEach(pack -> used.addAll(pack.figures()));
    List<String> idle =
        FigureCatalogue.bundled().all().stream()
            .filter(figure -> !used.contains(figure) || figure.populationZh().isBlank())
            .map(Figure::id)
            .toList();
    assertEquals(List.of(), idle);
  }

  @ParameterizedTest(name = "{0} instead of {1} is refused")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "counted": "population" ; "counted": "populaton" ; populaton
          "> 1" ; "about 1" ; target
          "> 1" ; ">1" ; target
          "> 1" ; "> many" ; many
          "> 1" ; "> 1/0" ; 1/0
          "month" ; "fortnight" ; fortnight
          "quote": "q" ; "quote": "" ; quote
          "quote": "q" ; "quote": "q", "deadline": "2023-13-01" ; 2023-13-01
          "quote": "q" ; "quote": "q", "wieght": 1 ; wieght
          "quote": "q" ; "quote": "q", "points": {"most": "1", "terms": []} ; formula
          "quote": "q" ; "quote": "q", "points": {"most": "0", "terms": [{"fixed": "1"}]} ; formula
          "quote": "q" ; "quote": "q", "points": {"most": "1", "terms": [{"each": "x", "points": "1"}]} ; x
          """)
  void a_fault_is_named(String sound, String faulty, String named) {
    IOException refused =
        assertThrows(IOException.class, () -> read(List.of(ITEM.replace(sound, faulty))));
    assertTrue(String.valueOf(refused.getMessage()).contains(named), refused.getMessage());
  }

  @Test
  void two_items_of_one_id_are_refused() throws IOException {
    assertEquals(1, read(List.of(ITEM)).items().size());
    assertThrows(IOException.class, () -> read(List.of(ITEM, ITEM)));
    assertThrows(IOException.class, () -> read(List.of()));
  }

  private static TargetPack pack(String id) {
    return TargetPackFile.bundled().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static TargetPack read(List<String> items) throws IOException {
    String text =
        """
        {"id": "p", "zh": "包", "en": "p", "document": "d", "dated": "2023-01-01", "items": [%s]}"""
            .formatted(String.join(",", items));
    return TargetPackFile.read(
        new ByteArrayInputStream(text.getBytes(UTF_8)), FigureCatalogue.bundled());
  }
}
