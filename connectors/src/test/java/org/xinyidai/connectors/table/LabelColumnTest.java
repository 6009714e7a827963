package org.xinyidai.connectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.connectors.feed.UnreadableFile;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelColumnTest {
  private final List<String> notes = new ArrayList<>();

  private LabelColumn of(String... cells) throws UnreadableFile {
    return LabelColumn.of("status", "", List.of(cells), notes);
  }

  @Test
  void usual_words_of_either_language_settle_it_without_a_note() throws UnreadableFile {
    assertTrue(of("Good", "Bad", "Good").isBad("bad"));
    assertTrue(of("正常", "逾期").isBad("逾期"));
    assertTrue(of("P I F", "CHGOFF").isBad("CHGOFF"));
    assertTrue(of("0.0", "1.0").isBad("1"));
    assertEquals(List.of(), notes);
  }

  @Test
  void of_two_other_values_the_rarer_is_bad_and_the_note_says_so() throws UnreadableFile {
    LabelColumn label = of("1", "1", "2");
    assertTrue(label.isBad("2"));
    assertFalse(label.isBad("1"));
    assertTrue(notes.get(0).contains("status = 2 is taken as bad"), notes.toString());
    assertTrue(of("stayed", "stayed", "left").isBad("left"));
  }

  @Test
  void beside_a_word_for_good_the_other_value_is_bad_however_frequent() throws UnreadableFile {
    assertTrue(of("written off", "written off", "paid").isBad("written off"));
  }

  @Test
  void three_values_without_a_word_are_refused() {
    assertThrows(UnreadableFile.class, () -> of("a", "b", "c"));
    assertThrows(UnreadableFile.class, () -> of("yes", "yes"));
  }
}
